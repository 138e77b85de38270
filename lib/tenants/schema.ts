import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { blankToNull, email, text, uuid } from "../validation";
import { COUNT_CAP, SUBSCRIPTION_TIERS, TENANT_STATUSES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const counted = (what: string) =>
  z.int().meta({ examples: [12], description: `${what}; ${COUNT_CAP + 1} says more than ${COUNT_CAP}` });

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
  member_count: counted("Members who are neither deactivated nor deleted"),
  account_count: counted("Accounts that are not deleted"),
  created_at: time,
});
export type Tenant = z.infer<typeof tenant>;

/** Payments in one currency. */
const currencyVolume = z.object({ currency: z.string(), count: z.int(), amount: z.int() });
export type CurrencyVolume = z.infer<typeof currencyVolume>;

export const volume = z.array(currencyVolume).meta({
  examples: [[{ currency: "EUR", count: 412, amount: 8_231_900 }]],
  description:
    "Payments of the last 30 days (UTC) that were collected, by currency, the one with most payments first; amounts in minor units",
});

/** A tenant in the list of all. */
export const listedTenant = tenant.extend({
  volume,
  last_active_at: time.nullable().meta({ description: "When somebody last changed something, or a key was last used" }),
});
export type ListedTenant = z.infer<typeof listedTenant>;

/** What became of the invitation of a first owner. */
const OWNER_INVITATION_STATES = ["open", "accepted", "revoked", "expired", "suspended", "void"] as const;

/** A tenant with who answers for it. */
export const tenantDetail = listedTenant.extend({
  updated_at: time,
  template: z
    .object({ id: uuid, name: z.string(), version: z.int() })
    .nullable()
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000d", name: "Hospitality", version: 2 }] }),
  owners: z.array(z.object({ user_id: uuid, name: z.string(), email: z.string(), last_login: time.nullable() })).meta({
    examples: [
      [
        {
          user_id: "0190a000-0000-7000-8000-00000000000c",
          name: "Olivia Owner",
          email: "olivia@aurora-hotels.example",
          last_login: "2026-01-31T09:30:00.000Z",
        },
      ],
    ],
    description: "Members at work with the role of owners, twenty at most",
  }),
  owner_invitation: z
    .object({
      email: z.string(),
      full_name: z.string().nullable(),
      state: z.enum(OWNER_INVITATION_STATES),
      sent_at: time,
      expires_at: time,
    })
    .nullable()
    .meta({
      examples: [
        {
          email: "olivia@aurora-hotels.example",
          full_name: "Olivia Owner",
          state: "accepted",
          sent_at: "2026-01-31T09:30:00.000Z",
          expires_at: "2026-02-07T09:30:00.000Z",
        },
      ],
      description: "The newest invitation of a first owner; void: worth nothing any more, since there is an owner",
    }),
});
export type TenantDetail = z.infer<typeof tenantDetail>;

/** A tenant as its own people and keys see it. */
export const ownTenant = tenant.omit({ member_count: true, account_count: true }).extend({ updated_at: time });
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

const ownerEmail = email.meta({ examples: ["olivia@aurora-hotels.example"] });
const ownerName = blankToNull(text(200))
  .default(null)
  .meta({ examples: ["Olivia Owner"], description: "For the mail, and as a suggestion when accepting" });

export const createTenantInput = z
  .strictObject({
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
    with_sample_accounts: z
      .boolean()
      .default(true)
      .meta({ examples: [true], description: "Whether to make the template's accounts too" }),
    owner_email: blankToNull(ownerEmail)
      .default(null)
      .meta({ description: "Who is invited as the first owner; null: nobody yet" }),
    owner_name: ownerName,
    reason,
  })
  .refine((input) => input.owner_name === null || input.owner_email !== null, {
    path: ["owner_email"],
    error: "Somebody who is named needs an address to be invited",
  });
export type CreateTenantInput = z.output<typeof createTenantInput>;

/** Who is to be the first owner of a tenant that has none. */
export const inviteOwnerInput = z.strictObject({ id: uuid, owner_email: ownerEmail, owner_name: ownerName, reason });
export type InviteOwnerInput = z.output<typeof inviteOwnerInput>;

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
