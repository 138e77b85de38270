import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import { signInOrigin } from "../sign-in-origin";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** A person as the platform's admins see one. */
export const user = z.object({
  id: uuid,
  email: z.string().meta({ examples: ["ann@example.com"] }),
  full_name: z.string().meta({ examples: ["Ann Smith"] }),
  avatar_url: z
    .string()
    .nullable()
    .meta({ examples: [null] }),
  time_zone: z.string().meta({ examples: ["Europe/Lisbon"] }),
  signs_in_with_google: z.boolean().meta({ examples: [false] }),
  is_platform_admin: z.boolean().meta({ examples: [false] }),
  second_factor_since: time
    .nullable()
    .meta({ description: "Since when signing in takes a second factor; null: the password alone is enough" }),
  tenants: z
    .array(
      z.object({
        id: uuid,
        slug: z.string(),
        name: z.string(),
        member_status: z.enum(["active", "deactivated"]),
        roles: z.array(z.string()),
      }),
    )
    .meta({
      examples: [
        [
          {
            id: "0190a000-0000-7000-8000-00000000000f",
            slug: "aurora",
            name: "Aurora Hotels",
            member_status: "active",
            roles: ["Finance"],
          },
        ],
      ],
    }),
  last_login: time.nullable(),
  disabled_at: time.nullable().meta({ examples: [null] }),
  created_at: time,
  updated_at: time,
});
export type User = z.infer<typeof user>;

export const userId = z.strictObject({ id: uuid });

/** A living sign-in of a person, as the platform's admins see it. */
export const userSession = z.object({
  id: uuid,
  ...signInOrigin,
  has_second_factor: z.boolean().meta({ examples: [true], description: "Proved in this session" }),
  created_at: time.meta({ description: "Sign-in" }),
  last_seen_at: time.meta({ description: "Last use, to the minute" }),
  expires_at: time.meta({ description: "End, unless it is used before" }),
});
export type UserSession = z.infer<typeof userSession>;
export const userSessions = z.object({ items: z.array(userSession) });

/** What is done about whom, and why. */
export const userActInput = z.strictObject({ id: uuid, reason });
export type UserActInput = z.output<typeof userActInput>;

export const endUserSessionsInput = z.strictObject({
  id: uuid,
  session_id: uuid.optional().meta({
    examples: ["5f0c7a0e-91c2-4a63-8f6e-2a6cf1f2a001"],
    description: "Only this one; absent: all",
  }),
  reason,
});
export type EndUserSessionsInput = z.output<typeof endUserSessionsInput>;

export const endedUserSessions = z.object({
  ended: z
    .int()
    .min(0)
    .meta({ examples: [3], description: "How many were ended" }),
});
export type EndedUserSessions = z.infer<typeof endedUserSessions>;

export const userList = defineList({
  name: "users",
  sorts: {
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
    email: { column: "email", type: "text", nullable: false },
    last_login: { column: "last_login", type: "timestamp", nullable: true, first: "desc" },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    name: {
      kind: "text",
      match: "exact",
      lowerCase: true,
      column: "full_name",
      description: "Part of the name or e-mail address",
      example: "ann",
    },
    tenant: { kind: "uuid", column: "id", description: "Members of these tenants" },
    disabled: {
      kind: "boolean",
      column: "disabled_at",
      description: "true: only people who are shut out; false: only the others",
    },
    platform_admin: { kind: "boolean", column: "id", description: "true: only the platform's admins" },
    second_factor: {
      kind: "boolean",
      column: "id",
      description: "true: only people who sign in with a second factor; false: only the others",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
