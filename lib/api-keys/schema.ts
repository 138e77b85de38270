import { z } from "zod";
import { defineList } from "../list-query";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import {
  REACHED_ACCOUNT_EXAMPLE,
  REACHES_NOTHING,
  type ReachInput,
  reachedAccount,
  reachesSomething,
  reachFields,
} from "../reach-input";
import { blankToNull, dateTime, text, uuid } from "../validation";
import { API_KEY_STATES, ROTATION_OVERLAP_HOURS } from "./names";

const time = z.iso.datetime();
const permissions = z
  .array(z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]))
  .meta({ examples: [["accounts:read"]] });

/** An access key as pages and the API show it: everything but its secret. */
export const apiKey = z.object({
  id: uuid,
  name: z.string().meta({ examples: ["Booking engine"] }),
  prefix: z.string().meta({ examples: ["bh_sk_live_4fT0"] }),
  last_four: z.string().meta({ examples: ["x9Qd"] }),
  state: z
    .enum(API_KEY_STATES)
    .meta({ examples: ["live"], description: "expiring: rotated, still valid until expires_at" }),
  permissions,
  restricted_to_accounts: z.boolean().meta({ examples: [true] }),
  accounts: z.array(reachedAccount).meta({
    examples: [REACHED_ACCOUNT_EXAMPLE],
    description: "Accounts that the key was given, each by itself or with everything below it; empty if not restricted",
  }),
  expires_at: time.nullable().meta({ examples: ["2027-01-31T09:30:00.000Z"] }),
  last_used_at: time.nullable().meta({ examples: ["2026-01-31T09:30:00.000Z"], description: "To the minute" }),
  revoked_at: time.nullable().meta({ examples: [null] }),
  revocation_reason: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Where somebody outside the tenant caused it: Reported as leaked" }),
  replaces_id: uuid.nullable().meta({ description: "The key this one was rotated from" }),
  replaced_by_id: uuid.nullable().meta({ description: "The key this one was rotated to" }),
  created_by_name: z
    .string()
    .nullable()
    .meta({ examples: ["Ann Smith"] }),
  created_at: time.meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
});
export type ApiKey = z.infer<typeof apiKey>;

/** A new key, with the secret that is shown this once. */
export const newApiKey = z.object({
  api_key: apiKey,
  secret: z.string().meta({ examples: ["bh_sk_live_…"], description: "Shown this once, never stored" }),
});
export type NewApiKey = z.infer<typeof newApiKey>;

/** `account_ids` and `branch_ids` null: all accounts. `expires_at` null: no expiry. */
export const createApiKeyInput = z
  .strictObject({
    name: text(100).meta({ examples: ["Booking engine"] }),
    permissions: permissions.min(1, "Choose at least one permission"),
    ...reachFields,
    expires_at: blankToNull(dateTime)
      .default(null)
      // What is no time at all (NaN) has its own message already.
      .refine((value) => value === null || !(Date.parse(value) <= Date.now()), "Must be in the future")
      .meta({ examples: ["2099-12-31T00:00:00.000Z"] }),
  })
  .refine(reachesSomething, REACHES_NOTHING);
/** Whoever restricts nothing may leave both fields of the reach out. */
export type CreateApiKeyInput = Omit<z.output<typeof createApiKeyInput>, keyof ReachInput> & ReachInput;

export const rotateApiKeyInput = z.strictObject({
  id: uuid,
  overlap_hours: z
    .int()
    .refine(
      (hours) => (ROTATION_OVERLAP_HOURS as readonly number[]).includes(hours),
      `Must be one of ${ROTATION_OVERLAP_HOURS.join(", ")}`,
    )
    .meta({ examples: [24] }),
});
export type RotateApiKeyInput = z.output<typeof rotateApiKeyInput>;

export const apiKeyId = z.strictObject({ id: uuid });

/** A key that somebody found where it should not be. What is no key at all is answered like one. */
export const leakedKeyInput = z.strictObject({
  key: z
    .string()
    .max(1000)
    .meta({ examples: ["bh_sk_live_4fT0…"] }),
});

/** Says nothing about the key, since whoever asks may be guessing. */
export const leakedKeyReply = z.object({
  detail: z
    .string()
    .meta({ examples: ["Thank you. If this is a living key, it works no more and its owners are told."] }),
});

export const apiKeyList = defineList({
  name: "api_keys",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    name: { column: "name", type: "text", nullable: false },
    last_used: { column: "last_used_at", type: "timestamp", nullable: true, first: "desc" },
    expires: { column: "expires_at", type: "timestamp", nullable: true },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    state: { kind: "enum", column: "revoked_at", values: API_KEY_STATES },
    name: { kind: "text", match: "exact", lowerCase: true, column: "name", description: "Part of the name" },
    permission: {
      kind: "enum",
      column: "permissions",
      values: ALL_PERMISSIONS,
      description: "Keys that hold this permission",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
