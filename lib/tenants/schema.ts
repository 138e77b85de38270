import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { blankToNull, text, uuid } from "../validation";

export const TENANT_STATUSES = ["active", "suspended", "closed"] as const;
export const SUBSCRIPTION_TIERS = ["free", "standard", "premium", "enterprise"] as const;

/** First parts of addresses that are no tenant's. */
const RESERVED_SLUGS = new Set([
  "admin",
  "api",
  "gallery",
  "health",
  "forgot-password",
  "invitation",
  "me",
  "reset-password",
  "sign-in",
  "docs",
]);

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

/** A tenant as its own people and keys see it. */
export const ownTenant = tenant
  .omit({ member_count: true, account_count: true })
  .extend({ updated_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }) });
export type OwnTenant = z.infer<typeof ownTenant>;

const HOST_NAME = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HOST_NAME, "Must be a domain name, such as aurora-hotels.example")
  .meta({ examples: ["aurora-hotels.example"] });

const name = text(200).meta({ examples: ["Aurora Hotels"] });

/** Only the fields that are present change; `null` clears the domain. */
export const updateOwnTenantInput = z.strictObject({ name: name.optional(), domain: blankToNull(domain).optional() });
export type UpdateOwnTenantInput = z.output<typeof updateOwnTenantInput>;

export const tenantId = z.strictObject({ id: uuid });

export const createTenantInput = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/, "Must be small letters, digits and hyphens, 48 at most")
    .refine((slug) => !RESERVED_SLUGS.has(slug), "This name is taken by a page of the application")
    .meta({ examples: ["aurora"] }),
  name,
  domain: blankToNull(domain).default(null),
  subscription_tier: z
    .enum(SUBSCRIPTION_TIERS)
    .default("standard")
    .meta({ examples: ["premium"] }),
  template: text(100).meta({
    examples: ["Hospitality"],
    description: "Name of the template whose newest version it starts from",
  }),
  reason,
});
export type CreateTenantInput = z.output<typeof createTenantInput>;

export const updateTenantInput = z.strictObject({
  id: uuid,
  name: name.optional(),
  domain: blankToNull(domain).optional(),
  subscription_tier: z
    .enum(SUBSCRIPTION_TIERS)
    .optional()
    .meta({ examples: ["premium"] }),
  reason,
});
export type UpdateTenantInput = z.output<typeof updateTenantInput>;

/** Which tenant is suspended or brought back, and why. */
export const tenantStatusInput = z.strictObject({ id: uuid, reason });
export type TenantStatusInput = z.output<typeof tenantStatusInput>;

export const tenantList = defineList({
  name: "tenants",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    name: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "name",
      description: "Part of the name, slug or domain",
      example: "aurora",
    },
    status: { kind: "enum", column: "status", values: TENANT_STATUSES },
    tier: { kind: "enum", column: "subscription_tier", values: SUBSCRIPTION_TIERS },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
