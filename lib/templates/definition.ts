import { z } from "zod";
import { ALL_PERMISSIONS, type Permission } from "../permissions";
import { REFUND_LIMIT_API_KEY } from "../refund-limits";
import { readSettings, SETTING_NAMES, type SettingName, type TenantSettings, tenantSettings } from "../tenant-settings";
import { blankToNull, countryCode, currencyCode, multilineText, text } from "../validation";

/** The two roles that pass every check inside a tenant. The first one every template has: somebody must own the tenant. */
export const ALL_POWERFUL_ROLES = ["owner", "administrator"] as const;
/** As deep as accounts go. */
const MAX_DEPTH = 12;

const permissionName = z.enum(ALL_PERMISSIONS as [Permission, ...Permission[]]);

export const templateRoleInput = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][a-z_]{0,39}$/, "Must be small letters and underscores, 40 at most")
    .refine((key) => key !== REFUND_LIMIT_API_KEY, "Stands for access keys in limits, so no role has it")
    .meta({ examples: ["front_desk"], description: "Names the role in every tenant; `owner` must be among them" }),
  name: text(100).meta({ examples: ["Front desk"] }),
  description: blankToNull(multilineText(500))
    .default(null)
    .meta({ examples: ["Takes payments at a hotel"] }),
  permissions: z
    .array(permissionName)
    .max(ALL_PERMISSIONS.length)
    .overwrite((names) => ALL_PERMISSIONS.filter((name) => names.includes(name)))
    .meta({
      examples: [["accounts:read", "payment_intents:read"]],
      description: "Empty for `owner` and `administrator`, who pass every check",
    }),
});
export type TemplateRole = z.output<typeof templateRoleInput>;

export const templateAccountInput = z.strictObject({
  name: text(200).meta({ examples: ["Hotel Lisboa"] }),
  display_name: blankToNull(text(200))
    .default(null)
    .meta({ examples: ["Lisboa, Baixa"] }),
  parent: blankToNull(text(200))
    .default(null)
    .meta({ examples: ["Iberia"], description: "Name of the account above it, which comes earlier; null for a root" }),
  currency: currencyCode,
  country: blankToNull(countryCode).default(null),
});
export type TemplateAccount = z.output<typeof templateAccountInput>;

type Shape = typeof tenantSettings.shape;
type SettingInputs = { [N in SettingName]: z.ZodOptional<z.ZodNullable<Shape[N]>> };

/** Settings of a template; null is the same as leaving one out. Each name has its own schema, which is all that the type says. */
export const templateSettingsInput = z.strictObject(
  Object.fromEntries(
    SETTING_NAMES.map((name) => [name, tenantSettings.shape[name].nullable().optional()]),
  ) as SettingInputs,
);

export const templateDefinitionShape = {
  roles: z
    .array(templateRoleInput)
    .min(1)
    .max(50)
    .meta({
      examples: [
        [
          { key: "owner", name: "Company Access", permissions: [] },
          { key: "front_desk", name: "Front desk", permissions: ["accounts:read", "payment_intents:read"] },
        ],
      ],
    }),
  settings: templateSettingsInput.default({}).meta({ examples: [{ default_currency: "EUR", unused_key_days: 90 }] }),
  accounts: z
    .array(templateAccountInput)
    .max(200)
    .default([])
    .meta({
      examples: [
        [
          { name: "Iberia", currency: "EUR" },
          { name: "Hotel Lisboa", parent: "Iberia", currency: "EUR", country: "PT" },
        ],
      ],
    }),
};

/** What a version of a template holds. */
export interface TemplateDefinition {
  roles: TemplateRole[];
  settings: TenantSettings;
  accounts: TemplateAccount[];
}

interface Problem {
  path: (string | number)[];
  message: string;
}

/** Rules between the parts of a definition, which no single field can check. */
export function definitionProblems({ roles, settings, accounts }: TemplateDefinition): Problem[] {
  return [...roleProblems(roles), ...settingProblems(settings, roles), ...accountProblems(accounts, settings)];
}

function roleProblems(roles: readonly TemplateRole[]): Problem[] {
  const found: Problem[] = [];
  if (!roles.some(({ key }) => key === "owner"))
    found.push({ path: ["roles"], message: "A role with the key owner must be among them" });
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const [index, { key, name, permissions }] of roles.entries()) {
    if (keys.has(key)) found.push({ path: ["roles", index, "key"], message: "Another role has this key" });
    if (names.has(name.toLowerCase()))
      found.push({ path: ["roles", index, "name"], message: "Another role has this name" });
    if (grantsAll(key) !== (permissions.length === 0))
      found.push({
        path: ["roles", index, "permissions"],
        message: grantsAll(key)
          ? "This role passes every check: leave its permissions out"
          : "Choose at least one permission",
      });
    keys.add(key);
    names.add(name.toLowerCase());
  }
  return found;
}

function settingProblems(settings: TenantSettings, roles: readonly TemplateRole[]): Problem[] {
  const { default_currency, allowed_currencies, refund_role_limits = [] } = settings;
  const known = new Set([REFUND_LIMIT_API_KEY, ...roles.map(({ key }) => key)]);
  return [
    ...(default_currency && allowed_currencies && !allowed_currencies.includes(default_currency)
      ? [{ path: ["settings", "default_currency"], message: "Is not among the allowed currencies" }]
      : []),
    ...refund_role_limits.flatMap(({ role }, index) =>
      known.has(role)
        ? []
        : [{ path: ["settings", "refund_role_limits", index, "role"], message: "This template has no such role" }],
    ),
  ];
}

function accountProblems(accounts: readonly TemplateAccount[], settings: TenantSettings): Problem[] {
  const found: Problem[] = [];
  const depths = new Map<string, number>();
  for (const [index, { name, parent, currency, country }] of accounts.entries()) {
    const wrong = (field: string, message: string) => found.push({ path: ["accounts", index, field], message });
    if (depths.has(name.toLowerCase())) wrong("name", "Another account has this name");
    const above = parent === null ? -1 : depths.get(parent.toLowerCase());
    if (above === undefined) wrong("parent", "No account above this one has that name");
    else if (above + 1 >= MAX_DEPTH) wrong("parent", `The tree is at most ${MAX_DEPTH} levels deep`);
    depths.set(name.toLowerCase(), (above ?? -1) + 1);
    if (settings.allowed_currencies && !settings.allowed_currencies.includes(currency))
      wrong("currency", "Is not among the allowed currencies");
    if (country && settings.allowed_countries && !settings.allowed_countries.includes(country))
      wrong("country", "Is not among the allowed countries");
  }
  return found;
}

/** True for the roles that pass every check. */
export function grantsAll(key: string): boolean {
  return ALL_POWERFUL_ROLES.some((one) => one === key);
}

/** A sample account as it is stored: what is below it is inside it. */
export interface StoredAccount {
  name: string;
  display_name?: string | null;
  currency: string;
  country?: string | null;
  children?: StoredAccount[];
}

/** The list of accounts as the tree that is stored. Parents come before their children. */
export function accountTree(accounts: readonly TemplateAccount[]): StoredAccount[] {
  const roots: StoredAccount[] = [];
  const byName = new Map<string, StoredAccount>();
  for (const { parent, ...account } of accounts) {
    const node: StoredAccount = account;
    byName.set(account.name.toLowerCase(), node);
    const above = parent === null ? undefined : byName.get(parent.toLowerCase());
    if (above) above.children = [...(above.children ?? []), node];
    else roots.push(node);
  }
  return roots;
}

/** The stored tree as a list, parents before their children. */
export function accountList(tree: readonly StoredAccount[], parent: string | null = null): TemplateAccount[] {
  return tree.flatMap(({ name, display_name = null, currency, country = null, children = [] }) => [
    { name, display_name, parent, currency, country },
    ...accountList(children, name),
  ]);
}

const storedAccount: z.ZodType<StoredAccount> = z.lazy(() =>
  z.object({
    name: z.string(),
    display_name: z.string().nullable().optional(),
    currency: z.string(),
    country: z.string().nullable().optional(),
    children: z.array(storedAccount).optional(),
  }),
);

const storedDefinition = z.object({
  roles: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        description: z.string().nullable().default(null),
        permissions: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  settings: z.unknown().optional(),
  accounts: z.array(storedAccount).default([]),
});

/** What is stored of a template. Words that today's vocabulary does not know are left out. */
export function readDefinition(stored: unknown): TemplateDefinition {
  const { roles, settings, accounts } = storedDefinition.parse(stored);
  return {
    roles: roles.map((role) => ({
      ...role,
      permissions: ALL_PERMISSIONS.filter((name) => !grantsAll(role.key) && role.permissions.includes(name)),
    })),
    settings: readSettings(settings),
    accounts: accountList(accounts),
  };
}
