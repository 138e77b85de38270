import { createHash } from "node:crypto";
import { SETTING_NAMES, type TenantSettings } from "../tenant-settings";
import { canonical, compareRoles, compareSettings } from "./comparison";
import { grantsAll, type TemplateDefinition } from "./definition";
import type { TemplatePreview } from "./schema";

/** A role of a tenant as it is. */
export interface TenantRole {
  id: string;
  /** Null: the tenant's own. */
  key: string | null;
  name: string;
  description: string;
  grants_all: boolean;
  permissions: string[];
  member_count: number;
}

/** All of a tenant that a template has a say in. */
export interface TenantState {
  tenant: TemplatePreview["tenant"];
  current: TemplatePreview["current"];
  /** The tenant's own settings, and those of the version it is on. */
  own: TenantSettings;
  fromTemplate: TenantSettings;
  roles: TenantRole[];
}

/** A version of a template with what it holds. */
export interface TemplateVersion {
  reference: TemplatePreview["template"];
  archivedAt: string | null;
  definition: TemplateDefinition;
}

/**
 * What a version would change in a tenant. Settings that the tenant chose itself stay; roles of its own stay; a built-in
 * role that the version does not name stays; accounts are never touched.
 */
export function previewOf(state: TenantState, version: TemplateVersion): TemplatePreview {
  const { tenant, current, own, fromTemplate } = state;
  const { reference, definition } = version;
  const members = new Map(state.roles.map(({ key, member_count }) => [key, member_count]));
  const named = new Set(definition.roles.map(({ key }) => key));
  const builtIn = state.roles.flatMap(({ key, ...role }) => (key !== null && named.has(key) ? [{ ...role, key }] : []));
  const preview = {
    tenant,
    current,
    template: reference,
    settings: compareSettings({ ...fromTemplate, ...own }, { ...definition.settings, ...own }),
    kept_settings: keptSettings(own, definition.settings),
    roles: compareRoles(builtIn, definition.roles).map((change) => ({
      ...change,
      member_count: members.get(change.key) ?? 0,
    })),
    untouched_roles: state.roles.filter(({ key }) => key === null || !named.has(key)).map(({ name }) => name),
    conflicts: conflictsOf(state, version),
  };
  // Who has a role changes nothing of what is done to it.
  const { conflicts: _conflicts, roles, ...rest } = preview;
  const contents = canonical({ ...rest, roles: roles.map(({ member_count: _count, ...role }) => role) });
  return { ...preview, preview_hash: createHash("sha256").update(contents).digest("hex") };
}

function keptSettings(own: TenantSettings, offered: TenantSettings): string[] {
  return SETTING_NAMES.filter(
    (name) =>
      own[name] !== undefined && offered[name] !== undefined && canonical(own[name]) !== canonical(offered[name]),
  );
}

function conflictsOf({ current, own, roles }: TenantState, version: TemplateVersion): string[] {
  const { reference, definition, archivedAt } = version;
  const keys = new Set(definition.roles.map(({ key }) => key));
  const staying = new Map(
    roles.filter(({ key }) => key === null || !keys.has(key)).map(({ name }) => [name.toLowerCase(), name]),
  );
  const { default_currency, allowed_currencies } = { ...definition.settings, ...own };
  return [
    ...(archivedAt && current?.id !== reference.id ? [`${reference.name} is archived`] : []),
    ...definition.roles.flatMap(({ name }) => {
      const taken = staying.get(name.toLowerCase());
      return taken === undefined ? [] : [`The tenant has another role that is called ${taken}`];
    }),
    ...(default_currency && allowed_currencies && !allowed_currencies.includes(default_currency)
      ? [`${default_currency} would be the default currency, but is not among the allowed ones`]
      : []),
    // A role that passes every check cannot lose that without taking it from people.
    ...roles.flatMap(({ key, name, grants_all }) =>
      key !== null && keys.has(key) && grants_all !== grantsAll(key)
        ? [`${name} passes every check in one of the two, and not in the other`]
        : [],
    ),
  ];
}
