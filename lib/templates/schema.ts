import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** A starting point for new tenants. Each change of one is a new version. */
export const template = z.object({
  id: uuid,
  name: z.string().meta({ examples: ["Hospitality"] }),
  version: z.int().meta({ examples: [1] }),
  description: z.string().meta({ examples: ["Hotel groups: regions, brands and hotels as an account tree."] }),
  roles: z
    .array(
      z.object({
        key: z.string().nullable(),
        name: z.string(),
        grants_all: z.boolean(),
        permissions: z.array(z.string()),
      }),
    )
    .meta({
      examples: [[{ key: "viewer", name: "Viewer", grants_all: false, permissions: ["accounts:read"] }]],
    }),
  settings: z.record(z.string(), z.unknown()).meta({ examples: [{ default_currency: "EUR" }] }),
  tenant_count: z.int().meta({ examples: [12], description: "Tenants whose settings come from this version" }),
  created_at: time,
  updated_at: time,
});
export type Template = z.infer<typeof template>;

export const templateId = z.strictObject({ id: uuid });

export const templateList = defineList({
  name: "templates",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    name: { kind: "text", match: "exact", lowerCase: true, column: "name", description: "Part of the name" },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});
