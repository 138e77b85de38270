import { z } from "zod";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { REACHES_NOTHING, reachedAccount, reachesSomething, reachFields } from "../reach-input";
import { text, uuid } from "../validation";

const permissionName = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]);
const permissions = z.array(permissionName);

// ── Why may I? ──

/** About oneself where neither a member nor a key is named. */
export const explainAccessInput = z
  .strictObject({
    permission: permissionName.meta({ examples: ["refunds:create"], description: "What it would take" }),
    member_id: uuid.optional().meta({ description: "Another member; needs members:read and roles:read" }),
    api_key_id: uuid.optional().meta({ description: "An access key; needs api_keys:read" }),
    account_id: uuid.optional().meta({ description: "On this account; without it: on those within reach" }),
  })
  .refine(({ member_id, api_key_id }) => !(member_id && api_key_id), {
    message: "Name a member or an access key, not both",
    path: ["api_key_id"],
  });
export type ExplainAccessInput = z.output<typeof explainAccessInput>;

const person = z.object({ user_id: uuid, name: z.string() });

const step = z.object({
  kind: z.enum(["state", "role", "permission", "restriction", "account"]).meta({
    examples: ["role"],
    description:
      "state: of the member or key; permission: of a key, or that no role gives it; account: of the one asked about",
  }),
  holds: z.boolean().meta({ examples: [true], description: "False: this is why not" }),
  sentence: z
    .string()
    .meta({ examples: ["The role “Finance” gives it: Olivia Owner gave it to Ann Smith on 31 January 2026."] }),
  role: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000b", name: "Finance" }] }),
  granted_by: person
    .nullable()
    .meta({ examples: [{ user_id: "0190a000-0000-7000-8000-00000000000c", name: "Olivia Owner" }] }),
  granted_at: z.iso
    .datetime()
    .nullable()
    .meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
});
export type AccessStep = z.infer<typeof step>;

/** The chain from role to result, as sentences and as data. */
export const accessExplanation = z.object({
  subject: z
    .object({ kind: z.enum(["member", "api_key"]), id: uuid, name: z.string() })
    .meta({ examples: [{ kind: "member", id: "0190a000-0000-7000-8000-00000000000d", name: "Ann Smith" }] }),
  permission: z.object({ name: permissionName, description: z.string() }).meta({
    examples: [{ name: "refunds:create", description: "Refund payments" }],
  }),
  account: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({ examples: [null], description: "The account asked about" }),
  is_allowed: z.boolean().meta({ examples: [true] }),
  result: z.string().meta({ examples: ["Ann Smith may: Refund payments, on all accounts."] }),
  steps: z.array(step).meta({ examples: [[]] }),
  accounts: z
    .array(reachedAccount)
    .nullable()
    .meta({
      examples: [null],
      description: "The chosen accounts; null: not restricted. Only those that you reach yourself",
    }),
  could_be_given_by: z
    .array(person)
    .meta({ examples: [[]], description: "Where it is refused for want of a role: members who could give one" }),
});
export type AccessExplanation = z.infer<typeof accessExplanation>;

// ── View as ──

/** Rights that are not saved yet: what these roles and permissions come to, on these accounts. */
export const accessDraft = z
  .strictObject({
    label: text(200).meta({ description: "Whom it is for, such as a name or the role's" }),
    role_ids: z.array(uuid).max(50).default([]),
    permissions: permissions.default([]),
    ...reachFields,
  })
  .refine(reachesSomething, REACHES_NOTHING);

/** As whom: a member, an access key, or rights that are not saved yet. */
export const viewSubject = z.union([
  z.strictObject({ member_id: uuid }),
  z.strictObject({ api_key_id: uuid }),
  z.strictObject({ draft: accessDraft }),
]);
export type ViewSubject = z.output<typeof viewSubject>;

export const endViewInput = z.strictObject({});

export type AccessDraft = z.output<typeof accessDraft>;

// ── Who can see an account? ──

export const accountReachInput = z.strictObject({ id: uuid });

const reacher = {
  id: uuid,
  name: z.string().meta({ examples: ["Ann Smith"] }),
  reach: z.enum(["all", "chosen"]).meta({
    examples: ["chosen"],
    description: "all: not restricted to accounts; chosen: by a choice of this account or of a branch it is in",
  }),
};

/** Who sees an account, as far as the asker may know. */
export const accountReach = z.object({
  account: z.object({ id: uuid, name: z.string() }).meta({
    examples: [{ id: "0190a000-0000-7000-8000-00000000000a", name: "Hotel Lisboa" }],
  }),
  members: z
    .array(z.object({ ...reacher, roles: z.array(z.string()).meta({ examples: [["Finance"]] }) }))
    .nullable()
    .meta({ description: "By name, at most 100; null without members:read" }),
  api_keys: z
    .array(z.object({ ...reacher, last_four: z.string().meta({ examples: ["x7Qd"] }) }))
    .nullable()
    .meta({ description: "Live keys by name, at most 100; null without api_keys:read" }),
  is_capped: z.boolean().meta({ examples: [false], description: "True if there are more than are listed" }),
});
export type AccountReach = z.infer<typeof accountReach>;
