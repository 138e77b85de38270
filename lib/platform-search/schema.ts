import { z } from "zod";
import { foundMoney, searchWords } from "../search-fields";
import { uuid } from "../validation";

/** As many of each kind are shown; more, and the words are too common. */
export const MOST_FOUND = 20;

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const tenantOf = z
  .object({ id: uuid, slug: z.string(), name: z.string() })
  .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }] });

function group<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    has_more: z.boolean().meta({ examples: [false], description: `There are more than these ${MOST_FOUND}` }),
  });
}

export const foundPaymentIntent = z.object({
  id: uuid,
  tenant: tenantOf,
  reference: z
    .string()
    .nullable()
    .meta({ examples: ["BOOKING-4711"] }),
  customer_email: z
    .string()
    .nullable()
    .meta({ examples: ["a•••@example.com"], description: "Masked" }),
  ...foundMoney,
  status: z.string().meta({ examples: ["PROCESSED"] }),
  created_at: time,
});
export type FoundPaymentIntent = z.infer<typeof foundPaymentIntent>;

export const foundRefund = z.object({
  id: uuid,
  tenant: tenantOf,
  payment_intent_id: uuid,
  ...foundMoney,
  status: z.string().meta({ examples: ["SUCCEEDED"] }),
  created_at: time,
});
export type FoundRefund = z.infer<typeof foundRefund>;

export const foundAccount = z.object({
  id: uuid,
  tenant: tenantOf,
  name: z.string().meta({ examples: ["Aurora Lisbon"] }),
  deleted_at: time.nullable().meta({ examples: [null] }),
});
export type FoundAccount = z.infer<typeof foundAccount>;

export const foundApiKey = z.object({
  id: uuid,
  tenant: tenantOf,
  name: z.string().meta({ examples: ["Booking engine"] }),
  prefix: z.string().meta({ examples: ["bh_sk_live_AbCd1234"] }),
  last_four: z.string().meta({ examples: ["x9Zk"] }),
  revoked_at: time.nullable().meta({ examples: [null] }),
  expires_at: time.nullable().meta({ examples: [null] }),
});
export type FoundApiKey = z.infer<typeof foundApiKey>;

export const foundUser = z.object({
  id: uuid,
  email: z.string().meta({ examples: ["ann@example.com"] }),
  full_name: z.string().meta({ examples: ["Ann Smith"] }),
  is_platform_admin: z.boolean().meta({ examples: [false] }),
  tenant_names: z.array(z.string()).meta({ examples: [["Aurora Hotels"]] }),
  disabled_at: time.nullable().meta({ examples: [null] }),
});
export type FoundUser = z.infer<typeof foundUser>;

export const foundTenant = z.object({
  id: uuid,
  slug: z.string().meta({ examples: ["aurora"] }),
  name: z.string().meta({ examples: ["Aurora Hotels"] }),
  domain: z
    .string()
    .nullable()
    .meta({ examples: ["aurora-hotels.example"] }),
  status: z.string().meta({ examples: ["active"] }),
});
export type FoundTenant = z.infer<typeof foundTenant>;

/** What a search across tenants found, by kind; a kind that the words cannot be about is empty. */
export const platformSearch = z.object({
  tenants: group(foundTenant),
  users: group(foundUser),
  payment_intents: group(foundPaymentIntent),
  refunds: group(foundRefund),
  accounts: group(foundAccount),
  api_keys: group(foundApiKey),
});
export type PlatformSearch = z.infer<typeof platformSearch>;

export const platformSearchInput = z.strictObject({
  q: searchWords.meta({
    examples: ["BOOKING-4711"],
    description:
      "An id, a customer's or user's e-mail address, the beginning of a reference or account name, part of a user's or tenant's name, or an API key's prefix or last four characters",
  }),
});
export type PlatformSearchInput = z.output<typeof platformSearchInput>;
