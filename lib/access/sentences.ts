import { PERMISSIONS, type Permission } from "../permissions";
import type { AccessStep } from "./schema";

// The chain in plain sentences. Nothing is looked up here: what is known comes in.

/** A role that gives the permission, and who gave the role. */
export interface Grant {
  role_id: string;
  role_name: string;
  grants_all: boolean;
  assigned_at: string;
  assigned_by: string | null;
  assigned_by_name: string | null;
}

interface ChosenAccount {
  id: string;
  name: string;
  includes_below: boolean;
}

export interface StoredMember {
  name: string;
  status: string;
  has_left: boolean;
  /** Names of all roles. */
  roles: string[];
  /** Null: not restricted. Those only that the asker reaches. */
  accounts: ChosenAccount[] | null;
  grants: Grant[];
}

export interface StoredKey {
  name: string;
  state: "live" | "expired" | "revoked";
  permissions: Permission[];
  created_at: string;
  created_by: string | null;
  created_by_name: string | null;
  accounts: ChosenAccount[] | null;
}

interface NamedAccount {
  id: string;
  name: string;
}

interface Explained {
  name: string;
  steps: AccessStep[];
  accounts: ChosenAccount[] | null;
}

const plain = (kind: AccessStep["kind"], holds: boolean, sentence: string): AccessStep => ({
  kind,
  holds,
  sentence,
  role: null,
  granted_by: null,
  granted_at: null,
});

/** @param reaches whether the account lies within reach; null where none is asked about */
export function memberSteps(
  member: StoredMember,
  permission: Permission,
  account: NamedAccount | null,
  reaches: boolean | null,
): Explained {
  const { name, accounts } = member;
  return {
    name,
    accounts,
    steps: [
      stateOfMember(member),
      ...grantsOf(member, permission),
      restriction(name, accounts),
      ...accountStep(name, accounts, account, reaches),
    ],
  };
}

/** The same of an access key, which has permissions of its own. */
export function keySteps(
  key: StoredKey,
  permission: Permission,
  account: NamedAccount | null,
  reaches: boolean | null,
): Explained {
  const name = `The key “${key.name}”`;
  const made = `${key.created_by_name ?? "Somebody"} made it on ${dayOf(key.created_at)}`;
  const has = key.permissions.includes(permission);
  const sentence = has
    ? `It was given ${permission} (${PERMISSIONS[permission]}): ${made}.`
    : `It was not given ${permission} (${PERMISSIONS[permission]}). A key keeps its permissions for life: make another one.`;
  return {
    name: key.name,
    accounts: key.accounts,
    steps: [
      plain("state", key.state === "live", key.state === "live" ? `${name} is live.` : `${name} is ${key.state}.`),
      {
        ...plain("permission", has, sentence),
        granted_by:
          has && key.created_by ? { user_id: key.created_by, name: key.created_by_name ?? "Former member" } : null,
        granted_at: has ? key.created_at : null,
      },
      restriction(name, key.accounts),
      ...accountStep(name, key.accounts, account, reaches),
    ],
  };
}

/** One sentence for all of it. */
export function sentenceOfResult(
  name: string,
  permission: Permission,
  { isAllowed, account, isRestricted }: { isAllowed: boolean; account: NamedAccount | null; isRestricted: boolean },
): string {
  const where = account ? ` on ${account.name}` : isRestricted ? ", on the chosen accounts" : ", on all accounts";
  const words = PERMISSIONS[permission].charAt(0).toLowerCase() + PERMISSIONS[permission].slice(1);
  return isAllowed ? `${name} may ${words}${where}.` : `${name} may not ${words}${account ? where : ""}.`;
}

function stateOfMember({ name, status, has_left }: StoredMember): AccessStep {
  if (has_left) return plain("state", false, `${name} is no member any more.`);
  if (status !== "active") return plain("state", false, `${name} is deactivated.`);
  return plain("state", true, `${name} is an active member.`);
}

function grantsOf({ name, roles, grants }: StoredMember, permission: Permission): AccessStep[] {
  if (grants.length === 0) {
    const lacking = roles.length === 1 ? "which does not give it" : "and none of them gives it";
    const has = roles.length === 0 ? `${name} has no role` : `${name} has the ${list(roles)}, ${lacking}`;
    return [plain("permission", false, `It takes ${permission} (${PERMISSIONS[permission]}). ${has}.`)];
  }
  return grants.map((grant) => ({
    kind: "role",
    holds: true,
    sentence: `${gives(grant, permission)} ${givenTo(name, grant)}`,
    role: { id: grant.role_id, name: grant.role_name },
    granted_by: grant.assigned_by
      ? { user_id: grant.assigned_by, name: grant.assigned_by_name ?? "Former member" }
      : null,
    granted_at: grant.assigned_at,
  }));
}

function gives({ role_name, grants_all }: Grant, permission: Permission): string {
  return grants_all
    ? `The role “${role_name}” may do everything in this tenant, ${permission} too.`
    : `The role “${role_name}” gives ${permission} (${PERMISSIONS[permission]}).`;
}

function givenTo(name: string, { assigned_by, assigned_by_name, assigned_at }: Grant): string {
  if (!assigned_by) return `${name} has had it since ${dayOf(assigned_at)}.`;
  return `${assigned_by_name ?? "A former member"} gave it to ${name} on ${dayOf(assigned_at)}.`;
}

function restriction(name: string, accounts: ChosenAccount[] | null): AccessStep {
  if (!accounts) return plain("restriction", true, `${name} is not restricted to chosen accounts.`);
  if (accounts.length === 0)
    return plain("restriction", true, `${name} is restricted to accounts that you do not see.`);
  const named = accounts.map(({ name: one, includes_below }) => (includes_below ? `${one} and all below it` : one));
  return plain("restriction", true, `${name} is restricted to ${list(named, "")}.`);
}

function accountStep(
  name: string,
  accounts: ChosenAccount[] | null,
  account: NamedAccount | null,
  reaches: boolean | null,
): AccessStep[] {
  if (!account || !accounts) return [];
  return [
    reaches
      ? plain("account", true, `${account.name} is among the accounts that ${name} reaches.`)
      : plain("account", false, `${account.name} is not among the accounts that ${name} reaches.`),
  ];
}

function list(names: readonly string[], noun = "role"): string {
  const quoted = noun ? names.map((one) => `“${one}”`) : names;
  const joined = quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}` : (quoted[0] ?? "");
  return noun ? `${noun}${names.length > 1 ? "s" : ""} ${joined}` : joined;
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

function dayOf(time: string): string {
  return DAY.format(new Date(time));
}
