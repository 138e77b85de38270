import type { Texts } from "@/lib/messages/texts";
import { COUNT_CAP } from "@/lib/tenants/names";

/** A count as people read it; where counting stopped, "10,000+". */
export function countLabel(t: Texts<"client.adminTenants">, count: number, cap = COUNT_CAP): string {
  return count > cap ? t("countCapped", { cap }) : t("count", { count });
}
