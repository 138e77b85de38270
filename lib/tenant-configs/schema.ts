import { z } from "zod";
import { tenantSettings } from "../tenant-settings";
import { uuid } from "../validation";

const SOURCES = ["own", "template", "none"] as const;

const { default_currency, allowed_currencies, allowed_countries, longest_key_lifetime_days } = tenantSettings.shape;

/** A setting as it counts, and where its value comes from. */
const effective = <T extends z.ZodType>(value: T, example: unknown, description: string | undefined) =>
  z.object({ value: value.nullable(), source: z.enum(SOURCES) }).meta({
    examples: [{ value: example, source: "own" }],
    ...(description && { description: `${description}. Source: the tenant's own, its template's, or set nowhere` }),
  });

const textOf = (schema: z.ZodType) => z.globalRegistry.get(schema)?.description;

/** A tenant's settings as they count. */
export const tenantConfig = z.object({
  settings: z.object({
    default_currency: effective(z.string(), "EUR", textOf(default_currency)),
    allowed_currencies: effective(z.array(z.string()), ["EUR", "USD"], textOf(allowed_currencies)),
    allowed_countries: effective(z.array(z.string()), ["ES", "PT"], textOf(allowed_countries)),
    longest_key_lifetime_days: effective(z.int(), 365, textOf(longest_key_lifetime_days)),
  }),
  template: z
    .object({ id: uuid, name: z.string(), version: z.int() })
    .nullable()
    .meta({
      examples: [{ id: "0190a000-0000-7000-8000-00000000000e", name: "Hospitality", version: 1 }],
      description: "Gives the values that the tenant has not set itself",
    }),
  version: z.int().meta({ examples: [3], description: "Goes up with each change; send it with yours" }),
  updated_at: z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] }),
});
export type TenantConfig = z.infer<typeof tenantConfig>;

/** Only the settings that are present change; `null` clears the tenant's own value, so that the template's counts. */
export const updateTenantConfigInput = z.strictObject({
  version: z
    .int()
    .min(1)
    .meta({ examples: [3], description: "Version that you have read; an older one is refused" }),
  default_currency: default_currency.nullable().optional(),
  allowed_currencies: allowed_currencies.nullable().optional(),
  allowed_countries: allowed_countries.nullable().optional(),
  longest_key_lifetime_days: longest_key_lifetime_days.nullable().optional(),
});
export type UpdateTenantConfigInput = z.output<typeof updateTenantConfigInput>;
