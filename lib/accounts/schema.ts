import { z } from "zod";
import { COUNTRIES } from "../countries";
import { CURRENCIES } from "../currencies";
import { defineList } from "../list-query";
import { blankToNull, countryCode, currencyCode, httpUrl, metadata, text, uuid } from "../validation";

// Names on the wire, in forms, in records and in the database are the same, in snake_case.

const currencyReply = z.object({ code: currencyCode, name: z.string(), symbol: z.string() }).meta({
  examples: [{ code: "EUR", name: "Euro", symbol: "€" }],
});

/** A short account, as other records show it. */
export const accountReference = z
  .object({ id: uuid, name: z.string() })
  .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }] });

/** An account as pages and the API show it. */
export const account = z.object({
  id: uuid,
  name: z.string().meta({ examples: ["Hotel Lisboa"] }),
  display_name: z
    .string()
    .nullable()
    .meta({ examples: ["Lisboa, Baixa"] }),
  tenant: z.object({ name: z.string() }).meta({ examples: [{ name: "Aurora Hotels" }] }),
  parent: accountReference.nullable(),
  depth: z.int().meta({ description: "Levels above: 0 is the root of a tree", examples: [2] }),
  currency: currencyReply,
  payout_currency: currencyReply.nullable(),
  country: z
    .object({ code: countryCode, name: z.string() })
    .nullable()
    .meta({ examples: [{ code: "PT", name: "Portugal" }] }),
  terms_and_conditions_url: httpUrl.nullable(),
  metadata,
  created_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
  updated_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
  deleted_at: z.iso
    .datetime()
    .nullable()
    .meta({ examples: [null] }),
});
export type Account = z.infer<typeof account>;

const fields = {
  name: text(200).meta({ examples: ["Hotel Lisboa"] }),
  display_name: blankToNull(text(200)).meta({ examples: ["Lisboa, Baixa"] }),
  parent_id: blankToNull(uuid).meta({ description: "Account above this one; null for a root" }),
  currency: currencyCode,
  payout_currency: blankToNull(currencyCode),
  country: blankToNull(countryCode),
  terms_and_conditions_url: blankToNull(httpUrl),
  metadata,
};

/** What makes an account: a name that is free in the tenant; the rest may be left out. */
export const createAccountInput = z.strictObject({
  ...fields,
  display_name: fields.display_name.default(null),
  parent_id: fields.parent_id.default(null),
  currency: currencyCode.optional().meta({ description: "Without it: the tenant's default currency" }),
  payout_currency: fields.payout_currency.default(null),
  country: fields.country.default(null),
  terms_and_conditions_url: fields.terms_and_conditions_url.default(null),
  metadata: fields.metadata.default({}),
});
export type CreateAccountInput = z.output<typeof createAccountInput>;

/** Only the fields that are present change; `null` clears. */
export const updateAccountInput = z.strictObject({ id: uuid, ...z.object(fields).partial().shape });
export type UpdateAccountInput = z.output<typeof updateAccountInput>;

export const accountId = z.strictObject({ id: uuid });

/** A place in the tree, short: parents come before children, siblings by name. */
export const accountTreeNode = account
  .pick({ id: true, name: true, display_name: true, depth: true, currency: true, deleted_at: true })
  .extend({
    parent_id: uuid.nullable(),
    account_count: z.int().meta({ examples: [4], description: "Living accounts anywhere below it" }),
  });
export type AccountTreeNode = z.infer<typeof accountTreeNode>;

export const accountTreeInput = z.strictObject({
  id: uuid.optional().meta({ description: "Only this account and what is below it" }),
  depth: z
    .string()
    .regex(/^(\d|1[01])$/, "Must be a whole number from 0 to 11")
    .transform(Number)
    .optional()
    .meta({
      override: { type: "integer", format: "int32", minimum: 0, maximum: 11 },
      examples: [1],
      description: "Levels below the first; without it: all",
    }),
});
export type AccountTreeInput = z.output<typeof accountTreeInput>;

export const accountList = defineList({
  name: "accounts",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    account: { kind: "account", column: "id", description: "This account and all below it" },
    name: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "name",
      description: "Part of the name",
      example: "lisboa",
    },
    currency: { kind: "enum", column: "currency", values: CURRENCIES.map(({ code }) => code) },
    country: { kind: "enum", column: "country", values: COUNTRIES.map(({ code }) => code) },
    deleted: {
      kind: "boolean",
      column: "deleted_at",
      description: "true: only deleted accounts; otherwise only living ones",
    },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
