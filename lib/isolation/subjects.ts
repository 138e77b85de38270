import { isTenantTable } from "./catalogue-tables";
import type { ProbeWorld } from "./fixtures";
import type { Identity } from "./identities";
import { ACCOUNT_CONDITIONS, REFERENCE_TABLES } from "./rules";
import type { CatalogueTable, Snapshot } from "./snapshot";

/** One table under attack; all conditions hold literal ids, so that no policy can blind them. */
export interface Subject {
  table: string;
  columns: string[];
  /** Rows that should be within the identity's reach, or null if there are none. */
  own(identity: Identity): string | null;
  otherTenant(identity: Identity): string;
  /** Rows of the own tenant outside the allowed accounts; null where accounts do not matter. */
  otherAccount: string | null;
  /** Of the rows above, those that copies are made of. */
  templates: { own?: string; otherAccount?: string };
  /** Column by which a row would be moved to another account. */
  accountColumn: "account_id" | null;
  /** False: writes leave no audit rows, so the seal does not guard them. */
  sealed: boolean;
}

const list = (...ids: string[]) => ids.map((id) => `'${id}'`).join(", ");

/** Every table of tenants and people. Partitions have no grants (the catalogue's rule), so their table stands for them. */
export function subjectsOf(snapshot: Snapshot, world: ProbeWorld): Subject[] {
  const tables = snapshot.tables.filter(
    ({ name, isPartition }) => !isPartition && !name.startsWith("app.") && !REFERENCE_TABLES.includes(name),
  );
  return tables.map((table) =>
    isTenantTable(table) ? tenantSubject(table, snapshot, world) : sharedSubject(table, snapshot, world),
  );
}

function isSealed(table: CatalogueTable, snapshot: Snapshot): boolean {
  return snapshot.triggers.some(
    (trigger) => trigger.table === table.name && ["app.audit", "app.require_seal"].includes(trigger.functionName),
  );
}

function tenantSubject(table: CatalogueTable, snapshot: Snapshot, { own, other }: ProbeWorld): Subject {
  const { name, columns } = table;
  const mine = `tenant_id = '${own.tenantId}'`;
  const { allowed, below } = own.accounts;
  const hasAccountId = columns.includes("account_id");
  let inAccounts: string | null = hasAccountId ? `account_id in (${list(allowed, below)})` : null;
  if (name === "accounts") inAccounts = `id in (${list(allowed, below)})`;
  if (name === "tenant_api_keys") inAccounts = `id = '${own.restrictedApiKeyId}'`;
  if (name === "invitations") inAccounts = `id = '${own.restrictedInvitationId}'`;
  if (name === "exports") inAccounts = `api_key_id = '${own.restrictedApiKeyId}'`;
  if (name === "request_logs") inAccounts = `api_key_id = '${own.restrictedApiKeyId}'`;
  if (name === "import_mappings") inAccounts = `created_by_key = '${own.restrictedApiKeyId}'`;
  if (name === "imports") inAccounts = `requested_by_key = '${own.restrictedApiKeyId}'`;
  if (!inAccounts && ACCOUNT_CONDITIONS[name]) throw new Error(`The probe does not know the accounts of ${name}`);
  const reachable = inAccounts ? `${mine} and ${inAccounts}` : mine;
  const templates: Subject["templates"] = {};
  // A new account is within reach by its parent, a new key or invitation if it is restricted.
  if (name === "accounts") templates.own = `${mine} and id = '${below}'`;
  if (name === "tenant_api_keys") templates.otherAccount = `${mine} and id = '${own.apiKeyId}'`;
  if (name === "invitations") templates.otherAccount = `${mine} and id = '${own.invitationId}'`;
  return {
    table: name,
    columns,
    own: ({ reach }) => (reach === "accounts" ? reachable : mine),
    otherTenant: () => `tenant_id = '${other.tenantId}'`,
    otherAccount: inAccounts ? `${mine} and (${inAccounts}) is not true` : null,
    templates,
    accountColumn: hasAccountId ? "account_id" : null,
    sealed: isSealed(table, snapshot),
  };
}

/** Column of the person in tables that belong to people. */
const PERSON_COLUMNS: Readonly<Record<string, string>> = {
  users: "id",
  sessions: "user_id",
  user_pictures: "user_id",
  list_preferences: "user_id",
  notice_choices: "user_id",
  user_credentials: "user_id",
  platform_admins: "user_id",
};

// Conditions name the throw-away rows only: an attempt that succeeds must not touch a row of anybody else.
function sharedSubject(table: CatalogueTable, snapshot: Snapshot, world: ProbeWorld): Subject {
  const { name, columns } = table;
  const { own, other, admin, otherAdmin, templateId, mailId, proofId, noteId } = world;
  const people = [own.member, own.restrictedMember, other.member, admin, otherAdmin].map((person) => person.userId);
  const conditions = (identity: Identity): { own: string | null; foreign: string } => {
    if (name === "tenants") return { own: `id = '${own.tenantId}'`, foreign: `id = '${other.tenantId}'` };
    if (name === "templates") return { own: null, foreign: `id = '${templateId}'` };
    if (name === "tenant_notes") return { own: null, foreign: `id = '${noteId}'` };
    if (name === "isolation_proofs") return { own: null, foreign: `id = '${proofId}'` };
    if (name === "mails") return { own: null, foreign: `id = '${mailId}'` };
    const column = PERSON_COLUMNS[name];
    if (!column) throw new Error(`The probe does not know whose rows ${name} holds: extend lib/isolation/subjects.ts`);
    const { userId } = identity;
    const others = people.filter((person) => person !== userId);
    const self = name === "platform_admins" && userId !== admin.userId ? null : userId;
    return { own: self && `${column} = '${self}'`, foreign: `${column} in (${list(...others)})` };
  };
  return {
    table: name,
    columns,
    own: (identity) => conditions(identity).own,
    otherTenant: (identity) => conditions(identity).foreign,
    otherAccount: null,
    templates: {},
    accountColumn: null,
    sealed: isSealed(table, snapshot),
  };
}
