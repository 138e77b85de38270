import { z } from "zod";
import { defineList } from "../list-query";
import { REACHED_ACCOUNT_EXAMPLE, reachedAccount, reachFields } from "../reach-input";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

export const MEMBER_STATUSES = ["active", "deactivated"] as const;

const HIDDEN = "Null for readers who are restricted to chosen accounts, except their own";

/** A person's place in a tenant, as colleagues see it. */
export const member = z.object({
  id: uuid.meta({ description: "Id of the membership" }),
  user_id: uuid.meta({ description: "Id of the person, as audit logs name it" }),
  name: z.string().meta({ examples: ["Ann Smith"] }),
  email: z
    .string()
    .nullable()
    .meta({ examples: ["ann@example.com"], description: HIDDEN }),
  avatar_url: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  status: z.enum(MEMBER_STATUSES).meta({ examples: ["active"] }),
  roles: z
    .array(
      z.object({
        id: uuid,
        name: z.string(),
        assigned_at: time,
        assigned_by: z.object({ user_id: uuid, name: z.string() }).nullable(),
      }),
    )
    .meta({
      examples: [
        [
          {
            id: "0190a000-0000-7000-8000-00000000000b",
            name: "Finance",
            assigned_at: "2026-01-31T09:30:00.000Z",
            assigned_by: { user_id: "0190a000-0000-7000-8000-00000000000c", name: "Olivia Owner" },
          },
        ],
      ],
      description: "assigned_by is null where no person did it, as when the tenant was made",
    }),
  restricted_to_accounts: z.boolean().meta({ examples: [true] }),
  accounts: z.array(reachedAccount).meta({
    examples: [REACHED_ACCOUNT_EXAMPLE],
    description:
      "Accounts that a restricted member was given, each by itself or with everything below it; only those that you reach",
  }),
  last_login: time.nullable().meta({ examples: ["2026-01-31T09:30:00.000Z"], description: HIDDEN }),
  created_at: time,
  updated_at: time,
  deleted_at: time.nullable().meta({ examples: [null] }),
});
export type Member = z.infer<typeof member>;

export const memberId = z.strictObject({ id: uuid });

/** The roles of a member from now on, all of them. */
export const setMemberRolesInput = z.strictObject({
  id: uuid.meta({ description: "Id of the membership" }),
  role_ids: z
    .array(uuid)
    .min(1, "Choose at least one role")
    .max(50)
    .meta({ examples: [["0190a000-0000-7000-8000-00000000000b"]], description: "None that holds more than you do" }),
});
export type SetMemberRolesInput = z.output<typeof setMemberRolesInput>;

/** PATCH: absent keeps; both fields null lift the restriction. One field alone counts as the whole restriction. */
export const updateMemberInput = z
  .strictObject({
    id: uuid.meta({ description: "Id of the membership" }),
    account_ids: reachFields.account_ids
      .unwrap()
      .optional()
      .meta({
        examples: [["0190a000-0000-7000-8000-00000000000a"]],
        description: "Accounts by themselves. Null here and in branch_ids: all accounts, those to come included",
      }),
    branch_ids: reachFields.branch_ids
      .unwrap()
      .optional()
      .meta({
        examples: [["0190a000-0000-7000-8000-00000000000a"]],
        description: "Accounts with everything below them, what is yet to come included",
      }),
  })
  .refine(
    ({ account_ids, branch_ids }) => {
      const named = [account_ids, branch_ids].filter((ids) => ids !== undefined && ids !== null);
      return named.length === 0 || named.some((ids) => ids.length > 0);
    },
    { message: "Choose at least one account", path: ["account_ids"] },
  );
export type UpdateMemberInput = z.output<typeof updateMemberInput>;

export const memberList = defineList({
  name: "members",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    last_login: { column: "last_login", type: "timestamp", nullable: true, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    status: { kind: "enum", column: "status", values: MEMBER_STATUSES },
    role: { kind: "uuid", column: "id", description: "Members who have one of these roles" },
    account: {
      kind: "account",
      column: "id",
      description: "Members who reach this account: restricted to it, or to one above, or not at all",
    },
    name: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "name_key",
      description: "Part of the name",
      example: "smith",
    },
    email: {
      kind: "text",
      match: "prefix",
      lowerCase: true,
      column: "email_key",
      description: "Whole address, or its beginning with a star at the end",
      example: "ann*",
    },
    deleted: {
      kind: "boolean",
      column: "deleted_at",
      description: "true: only past members; otherwise only present ones",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
