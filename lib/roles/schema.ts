import { z } from "zod";
import { defineList } from "../list-query";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { blankToNull, multilineText, text, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const permissionName = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]);

/** A named set of permissions, built in or of the tenant's own. */
export const role = z.object({
  id: uuid,
  key: z
    .string()
    .nullable()
    .meta({ examples: ["finance"], description: "Name of a built-in role; null for one of the tenant's own" }),
  name: z.string().meta({ examples: ["Finance"] }),
  description: z.string().meta({ examples: ["Closes the month"] }),
  grants_all: z.boolean().meta({ examples: [false], description: "Passes every check inside the tenant" }),
  permissions: z.array(permissionName).meta({ examples: [["accounts:read", "payment_intents:read"]] }),
  member_count: z.int().meta({ examples: [3], description: "Active members who have it" }),
  created_at: time,
  updated_at: time,
});
export type Role = z.infer<typeof role>;

/** A role as forms offer it. */
export interface RoleChoice extends Role {
  /** Whether whoever asks holds all of it, and so could give it. */
  may_give: boolean;
}

const roleFields = {
  name: text(100).meta({ examples: ["Night desk"] }),
  description: blankToNull(multilineText(500)).meta({ examples: ["Looks after payments at night"] }),
  permissions: z
    .array(permissionName)
    .min(1, "Choose at least one permission")
    .max(ALL_PERMISSIONS.length)
    .meta({ examples: [["accounts:read", "payment_intents:read"]], description: "None that you do not hold" }),
};

export const createRoleInput = z.strictObject({ ...roleFields, description: roleFields.description.default(null) });
export type CreateRoleInput = z.output<typeof createRoleInput>;

export const updateRoleInput = z.strictObject({
  id: uuid,
  name: roleFields.name.optional(),
  description: roleFields.description.optional(),
  permissions: roleFields.permissions.optional(),
});
export type UpdateRoleInput = z.output<typeof updateRoleInput>;

export const roleId = z.strictObject({ id: uuid });

export const roleList = defineList({
  name: "roles",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    name: { kind: "text", match: "exact", lowerCase: true, column: "name", description: "Part of the name" },
    permission: {
      kind: "enum",
      column: "id",
      values: ALL_PERMISSIONS,
      description: "Roles that hold all of these permissions",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

/** One word of the vocabulary of permissions. */
export const permission = z.object({
  name: permissionName.meta({ examples: ["refunds:create"] }),
  description: z.string().meta({ examples: ["Refund payments"] }),
  is_held: z.boolean().meta({ examples: [true], description: "Whether the token that asks holds it" }),
});
export type PermissionEntry = z.infer<typeof permission>;
