import { z } from "zod";
import { defineList } from "../list-query";
import { SETTING_NAMES, type SettingName, tenantSettings } from "../tenant-settings";
import { uuid } from "../validation";

const source = z.enum(["own", "template", "none"]);
export type SettingSource = z.infer<typeof source>;

type Shape = typeof tenantSettings.shape;
const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });

/** A setting as it counts, and where its value comes from. */
function effective<T extends z.ZodType>(value: T) {
  const { examples, description } = z.globalRegistry.get(value) ?? {};
  return z.object({ value: value.nullable(), source }).meta({
    examples: [{ value: (examples as unknown[] | undefined)?.[0] ?? null, source: "own" }],
    ...(description && { description: `${description}. Source: the tenant's own, its template's, or set nowhere` }),
  });
}

/** Something for each setting. What comes out has exactly the names that go in, which is all that the type says. */
function forEachSetting<R extends { [N in SettingName]: unknown }>(make: (name: SettingName) => R[SettingName]): R {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, make(name)])) as R;
}

type Effective = { [N in SettingName]: z.ZodObject<{ value: z.ZodNullable<Shape[N]>; source: typeof source }> };
type Change = { [N in SettingName]: z.ZodOptional<z.ZodNullable<Shape[N]>> };

/** A tenant's settings as they count. */
export const tenantConfig = z.object({
  settings: z.object(
    forEachSetting<Effective>((name) => effective(tenantSettings.shape[name]) as Effective[SettingName]),
  ),
  template: z
    .object({ id: uuid, name: z.string(), version: z.int() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000e", name: "Hospitality", version: 1 }],
      description: "Gives the values that the tenant has not set itself",
    }),
  version: z.int().meta({ examples: [3], description: "Goes up with each change; send it with yours" }),
  updated_at: time,
});
export type TenantConfig = z.infer<typeof tenantConfig>;

/** Only the settings that are present change; `null` clears the tenant's own value, so that the template's counts. */
export const updateTenantConfigInput = z.strictObject({
  version: z
    .int()
    .min(1)
    .meta({ examples: [3], description: "Version that you have read; an older one is refused" }),
  ...forEachSetting<Change>((name) => tenantSettings.shape[name].nullable().optional() as Change[SettingName]),
});
export type UpdateTenantConfigInput = z.output<typeof updateTenantConfigInput>;

const settingValues = z.record(z.string(), z.unknown()).meta({ examples: [{ default_currency: "EUR" }] });

/** What the tenant's own settings were from some moment on. */
export const tenantConfigVersion = z.object({
  id: uuid,
  version: z.int().meta({ examples: [3] }),
  settings: settingValues.meta({ description: "The tenant's own settings of this version" }),
  previous_settings: settingValues.nullable().meta({ description: "Those before it; null: the first version" }),
  changed_by: z
    .object({
      kind: z.enum(["user", "api_key", "platform_admin", "system"]).meta({ examples: ["user"] }),
      name: z.string().meta({ examples: ["Renata Silva"] }),
    })
    .meta({ description: "Who made this version, by the name at that moment" }),
  created_at: time,
});
export type TenantConfigVersion = z.infer<typeof tenantConfigVersion>;

export const tenantConfigVersionList = defineList({
  name: "tenant_config_versions",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: { created: { kind: "dateRange", column: "created_at" } },
  sizes: [25, 50, 100],
  defaultSize: 25,
});
