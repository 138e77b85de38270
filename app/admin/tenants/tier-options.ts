import type { Option } from "@/components/ui/option";
import type { Texts } from "@/lib/messages/texts";
import { SUBSCRIPTION_TIERS } from "@/lib/tenants/names";

export function tierOptions(t: Texts<"client.adminTenants">): Option[] {
  return SUBSCRIPTION_TIERS.map((value) => ({ value, label: t(`tiers.${value}`) }));
}
