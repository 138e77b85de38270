import type { ProbeWorld } from "./fixtures";
import type { SqlClient } from "./sql-client";

/** Somebody who tries. */
export interface Identity {
  name: string;
  role: "tenant_user" | "platform_admin";
  /** Opens the context for writing; absent: the role works without one. */
  enter?: (db: SqlClient) => Promise<unknown>;
  /** Opens the context for reading, where that is another way in. */
  enterRead?: (db: SqlClient) => Promise<unknown>;
  /** What should be within reach: rows of the tenant, only those of the allowed accounts, all tenants', or none. */
  reach: "tenant" | "accounts" | "everything" | "nothing";
  /** The person behind it, whose own profile and sessions are within reach. */
  userId: string | null;
  /** True: only writes are tried, and a constraint that comes before the audit trigger's check refuses as well. */
  onlyWrites?: boolean;
}

const NO_DETAILS = JSON.stringify({ action: "probe" });

/** Everybody who tries to reach the rows of the tenant `other` while working in the tenant `own`. */
export function identitiesOf({ own, other, admin }: ProbeWorld): Identity[] {
  const ways = (kind: string, principal: string | null): Pick<Identity, "enter" | "enterRead"> => ({
    enter: (db) => db.query("select app.enter($1, $2, $3, $4)", [kind, own.tenantId, principal, NO_DETAILS]),
    enterRead: (db) => db.query("select app.enter_read($1, $2, $3)", [kind, own.tenantId, principal]),
  });
  return [
    {
      name: "member",
      role: "tenant_user",
      ...ways("member", own.member.sessionId),
      reach: "tenant",
      userId: own.member.userId,
    },
    {
      name: "restricted member",
      role: "tenant_user",
      ...ways("member", own.restrictedMember.sessionId),
      reach: "accounts",
      userId: own.restrictedMember.userId,
    },
    { name: "key", role: "tenant_user", ...ways("apiKey", own.apiKeyId), reach: "tenant", userId: null },
    {
      name: "restricted key",
      role: "tenant_user",
      ...ways("apiKey", own.restrictedApiKeyId),
      reach: "accounts",
      userId: null,
    },
    { name: "job", role: "tenant_user", ...ways("system", null), reach: "tenant", userId: null },
    { name: "no context", role: "tenant_user", reach: "nothing", userId: null },
    {
      // Whoever can send SQL can write settings: reading is the door's matter, but no write passes without the seal.
      name: "forged context",
      role: "tenant_user",
      enter: (db) => forge(db, other.tenantId),
      reach: "nothing",
      userId: null,
      onlyWrites: true,
    },
    {
      name: "platform admin",
      role: "platform_admin",
      enter: (db) => db.query("select app.enter_platform($1, false, $2)", [admin.sessionId, NO_DETAILS]),
      reach: "everything",
      userId: admin.userId,
    },
    { name: "platform, no context", role: "platform_admin", reach: "nothing", userId: null },
  ];
}

function forge(db: SqlClient, tenantId: string): Promise<unknown> {
  return db.query(
    `select set_config('app.current_tenant', $1, true), set_config('app.user_id', '', true),
       set_config('app.platform_user_id', '', true), set_config('app.account_scope', '*', true),
       set_config('app.context', '{"kind": "system", "label": "forged"}', true), set_config('app.seal', 'forged', true)`,
    [tenantId],
  );
}
