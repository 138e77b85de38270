import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";

export const TENANT_STATUSES = ["active", "suspended", "closed"] as const;
export const SUBSCRIPTION_TIERS = ["free", "standard", "premium", "enterprise"] as const;

/** A tenant as the platform's admins see it. */
export const tenant = z.object({
  id: uuid,
  slug: z.string().meta({ examples: ["aurora"] }),
  name: z.string().meta({ examples: ["Aurora Hotels"] }),
  domain: z
    .string()
    .nullable()
    .meta({ examples: ["aurora-hotels.example"] }),
  subscription_tier: z.enum(SUBSCRIPTION_TIERS).meta({ examples: ["premium"] }),
  status: z.enum(TENANT_STATUSES).meta({ examples: ["active"] }),
  member_count: z.int().meta({ examples: [12], description: "Members who are neither deactivated nor deleted" }),
  account_count: z.int().meta({ examples: [31], description: "Accounts that are not deleted" }),
  created_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
});
export type Tenant = z.infer<typeof tenant>;

export const tenantList = defineList({
  name: "tenants",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    name: { kind: "text", match: "exact", lowerCase: true, column: "name", description: "Part of the name or slug" },
    status: { kind: "enum", column: "status", values: TENANT_STATUSES },
    tier: { kind: "enum", column: "subscription_tier", values: SUBSCRIPTION_TIERS },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
