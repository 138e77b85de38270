import { SUBSCRIPTION_TIERS } from "@/lib/tenants/schema";
import { TIER_LABELS } from "./labels";

export const TIER_OPTIONS = SUBSCRIPTION_TIERS.map((value) => ({ value, label: TIER_LABELS[value] }));
