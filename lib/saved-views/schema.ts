import { z } from "zod";
import { defineList, type ListDefinition } from "../list-query";
import type { Permission } from "../permissions";
import { text, uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

export const VIEW_AUDIENCES = ["private", "role", "everyone"] as const;
export type ViewAudience = (typeof VIEW_AUDIENCES)[number];

/** The lists that views can be saved of, by name, and what reading each demands. */
export type ViewableLists = ReadonlyMap<string, { definition: ListDefinition; permission: Permission }>;

const listName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/, "Must be the name of a list, such as payment_intents")
  .meta({ examples: ["payment_intents"], description: "Which list it is a view of" });
const name = text(80).meta({ examples: ["Failed this week"] });
const audience = z
  .enum(VIEW_AUDIENCES)
  .meta({ examples: ["private"], description: "Who finds it: its owner, those who have a role, or everybody" });
const query = z
  .string()
  .max(4000)
  .meta({
    examples: ["status=FAILED&sort=-amount"],
    description:
      "Query parameters of the list: its filters, order and size, and `columns` as in the dashboard. Written back in the list's own order.",
  });

/** A saved state of a list. It holds no rows: what it shows follows from the rights of whoever opens it. */
export const savedView = z.object({
  id: uuid,
  list: listName,
  name,
  audience,
  role: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-000000000031", name: "Finance" }],
      description: "The role that it is shared with",
    }),
  query,
  left_out: z.array(z.string()).meta({
    examples: [[]],
    description: "Filters that are missing from `query`, since whoever asks does not see customers' personal data",
  }),
  owner: z.object({ name: z.string() }).meta({ examples: [{ name: "Fiona Weber" }] }),
  is_own: z.boolean().meta({ examples: [true] }),
  is_default: z.boolean().meta({ examples: [false], description: "The list opens with it, for whoever asks" }),
  is_watched: z.boolean().meta({ examples: [false], description: "Whoever asks is told when it is no longer empty" }),
  may_change: z.boolean().meta({ examples: [true], description: "Whoever asks may rename, change and delete it" }),
  created_at: time,
  updated_at: time,
});
export type SavedView = z.infer<typeof savedView>;

export const savedViewId = z.strictObject({ id: uuid });

export const createSavedViewInput = z.strictObject({
  list: listName,
  name,
  query: query.default(""),
  audience: audience.default("private"),
  role_id: uuid
    .nullable()
    .default(null)
    .meta({ examples: [null], description: "With `audience` “role”: which one" }),
});
export type CreateSavedViewInput = z.output<typeof createSavedViewInput>;

export const updateSavedViewInput = z.strictObject({
  id: uuid,
  name: name.optional(),
  query: query.optional(),
  audience: audience.optional().meta({ examples: ["everyone"] }),
  role_id: uuid
    .nullable()
    .optional()
    .meta({ examples: [null] }),
});
export type UpdateSavedViewInput = z.output<typeof updateSavedViewInput>;

export const setDefaultViewInput = z.strictObject({
  list: listName,
  view_id: uuid.nullable().meta({ examples: [null], description: "null: the list opens as it comes" }),
});
export type SetDefaultViewInput = z.output<typeof setDefaultViewInput>;

export const viewsOfListInput = z.strictObject({ list: listName });

/** What the menu of a list's views shows. */
export interface ViewsOfList {
  views: SavedView[];
  /** Roles that one may be shared with; none without the permission. */
  roles: { id: string; name: string }[];
}

/** The view that a list opens with, for one person. */
export const defaultView = z.object({ list: listName, view: savedView.nullable() });
export type DefaultView = z.infer<typeof defaultView>;

export const savedViewList = defineList({
  name: "saved_views",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    list: { kind: "text", column: "list", match: "exact", maxLength: 60, example: "payment_intents" },
    audience: { kind: "enum", column: "audience", values: VIEW_AUDIENCES },
    deleted: {
      kind: "boolean",
      column: "deleted_at",
      description: "true: those that were deleted and can be restored",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 100,
});
