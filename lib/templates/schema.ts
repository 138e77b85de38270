import { z } from "zod";
import { defineList } from "../list-query";
import { reason } from "../reason";
import type { TenantSettings } from "../tenant-settings";
import { multilineText, text, uuid } from "../validation";
import { definitionProblems, templateAccountInput, templateDefinitionShape, templateRoleInput } from "./definition";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const settingValues = z.record(z.string(), z.unknown()).meta({ examples: [{ default_currency: "EUR" }] });

/** One version of a template, short, as others refer to it. */
export const templateReference = z
  .object({ id: uuid, name: z.string(), version: z.int() })
  .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000e", name: "Hospitality", version: 2 }] });

const role = z.object({
  ...templateRoleInput.shape,
  description: z
    .string()
    .nullable()
    .meta({ examples: ["Takes payments at a hotel"] }),
  grants_all: z.boolean().meta({ examples: [false], description: "Passes every check inside the tenant" }),
});

const account = z.object({
  ...templateAccountInput.shape,
  display_name: z
    .string()
    .nullable()
    .meta({ examples: ["Lisboa, Baixa"] }),
  parent: z
    .string()
    .nullable()
    .meta({ examples: ["Iberia"], description: "Name of the account above it; null for a root" }),
  country: z
    .string()
    .nullable()
    .meta({ examples: ["PT"] }),
});

/** A starting point for tenants. Each change of one is a new version. */
export const template = z.object({
  id: uuid,
  name: z.string().meta({ examples: ["Hospitality"] }),
  version: z.int().meta({ examples: [2] }),
  is_newest: z.boolean().meta({ examples: [true], description: "New tenants start from this version" }),
  description: z.string().meta({ examples: ["Hotel groups: regions, brands and hotels as an account tree."] }),
  note: z.string().meta({ examples: ["A role for the front desk"], description: "What is new in this version" }),
  author: z
    .object({ id: uuid, name: z.string() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000b", name: "Petra Platform" }],
      description: "Null for versions that came with the product",
    }),
  roles: z.array(role),
  settings: settingValues,
  accounts: z.array(account).meta({ description: "Sample accounts, parents before their children" }),
  tenant_count: z.int().meta({ examples: [12], description: "Tenants whose settings come from this version" }),
  tenant_count_all_versions: z.int().meta({ examples: [15], description: "Those on any version of the name" }),
  archived_at: time.nullable().meta({ examples: [null], description: "Not offered since then" }),
  created_at: time,
  updated_at: time,
});
export type Template = z.infer<typeof template>;

/** One version, with who is on it. */
export const templateDetail = template.extend({
  tenants: z.array(z.object({ id: uuid, slug: z.string(), name: z.string() })).meta({
    examples: [[{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }]],
    description: "Tenants on this version, the first hundred by name",
  }),
});
export type TemplateDetail = z.infer<typeof templateDetail>;

export const templateId = z.strictObject({ id: uuid });

/** A new template, or a new version of one. */
export const createTemplateInput = z
  .strictObject({
    name: text(100).meta({ examples: ["Hostels"] }),
    based_on: uuid
      .nullable()
      .default(null)
      .meta({
        examples: [null],
        description: "For a new version: the newest one, which it changes; null makes a template of a new name",
      }),
    description: multilineText(500).meta({ examples: ["Hostels: regions and houses."] }),
    note: multilineText(500).meta({
      examples: ["A role for the front desk"],
      description: "What is new in this version",
    }),
    ...templateDefinitionShape,
  })
  .superRefine(({ roles, settings, accounts }, context) => {
    for (const { path, message } of definitionProblems({ roles, settings: givenSettings(settings), accounts }))
      context.addIssue({ code: "custom", path, message });
  });
export type CreateTemplateInput = z.output<typeof createTemplateInput>;

type SettingsInput = z.output<typeof templateDefinitionShape.settings>;

/** The settings that have a value. */
export function givenSettings(settings: SettingsInput): TenantSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null && value !== undefined));
}

/** Which template is archived or offered again, by the id of any of its versions. */
export const templateStatusInput = z.strictObject({ id: uuid });

export const templateList = defineList({
  name: "templates",
  sorts: {
    name: { column: "name", type: "text", nullable: false },
    created: { column: null, type: "timestamp", nullable: false, first: "desc" },
  },
  defaultSort: { name: "name", direction: "asc" },
  filters: {
    name: { kind: "text", match: "exact", lowerCase: true, column: "name", description: "Part of the name" },
    newest: { kind: "boolean", column: "version", description: "true: only the newest version of each" },
    archived: {
      kind: "boolean",
      column: "archived_at",
      description: "true: only archived ones; false: only those on offer",
    },
  },
  sizes: [25, 50, 100],
  defaultSize: 50,
});

// ── Comparing ────────────────────────────────────────────────────────────────────────────────────────────────────

const change = z.enum(["added", "removed", "changed"]).meta({ examples: ["changed"] });
const permissions = z.array(z.string());

/** How a role differs. */
const roleChange = z.object({
  key: z.string().meta({ examples: ["front_desk"] }),
  change,
  name: z.string().meta({ examples: ["Front desk"] }),
  previous_name: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Null if it stays" }),
  description_changed: z.boolean().meta({ examples: [false] }),
  permissions_added: permissions.meta({ examples: [["documents:write"]] }),
  permissions_removed: permissions.meta({ examples: [[]] }),
});
export type RoleChange = z.infer<typeof roleChange>;

const settingChange = z.object({
  name: z.string().meta({ examples: ["unused_key_days"] }),
  before: z.unknown().meta({ examples: [null], description: "Null: not set" }),
  after: z.unknown().meta({ examples: [90], description: "Null: not set" }),
});
export type SettingChange = z.infer<typeof settingChange>;

const accountChange = z.object({
  name: z.string().meta({ examples: ["Hotel Lisboa"] }),
  change,
  before: account.nullable(),
  after: account.nullable(),
});
export type AccountChange = z.infer<typeof accountChange>;

export const templateComparisonInput = z.strictObject({
  from: uuid.meta({ description: "Id of the version to compare with" }),
  to: uuid.meta({ description: "Id of the version that is compared" }),
});

/** What differs between two versions, of one template or of two. */
export const templateComparison = z.object({
  from: templateReference,
  to: templateReference,
  roles: z.array(roleChange),
  settings: z.array(settingChange),
  accounts: z.array(accountChange),
});
export type TemplateComparison = z.infer<typeof templateComparison>;

// ── Applying ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const templatePreviewInput = z.strictObject({
  tenant: uuid.meta({ description: "Id of the tenant" }),
  template: uuid.meta({ description: "Id of the version" }),
});

/** What a tenant would get from a version of a template: nothing else changes. */
export const templatePreview = z.object({
  tenant: z
    .object({ id: uuid, slug: z.string(), name: z.string() })
    .meta({ examples: [{ id: "0190a000-0000-7000-8000-00000000000f", slug: "aurora", name: "Aurora Hotels" }] }),
  current: templateReference.nullable().meta({ description: "The version that the tenant is on" }),
  template: templateReference,
  settings: z.array(settingChange).meta({ description: "Settings whose value in force changes" }),
  kept_settings: z.array(z.string()).meta({
    examples: [["time_zone"]],
    description: "Settings that the template has otherwise, but the tenant set itself",
  }),
  roles: z.array(roleChange.extend({ member_count: z.int().meta({ examples: [3], description: "Who have it" }) })),
  untouched_roles: z.array(z.string()).meta({
    examples: [["Night desk"]],
    description: "The tenant's own roles, and those that the template does not name",
  }),
  conflicts: z.array(z.string()).meta({ examples: [[]], description: "Why it cannot be applied; empty if it can" }),
  preview_hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({
      examples: ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
      description: "Stands for all of this; applying takes it, and is refused once something is otherwise",
    }),
});
export type TemplatePreview = z.infer<typeof templatePreview>;

export const applyTemplateInput = z.strictObject({
  ...templatePreviewInput.shape,
  preview_hash: templatePreview.shape.preview_hash,
  reason,
});
export type ApplyTemplateInput = z.output<typeof applyTemplateInput>;
