import { AsyncLocalStorage } from "node:async_hooks";
import type { DatabaseError, PoolClient } from "pg";
import type { Actor } from "../actor";
import type { Prelude } from "./carried-query";

/** One unit of work behind the door: the context that its statements carry, and what the door learns of them. */
export interface Scope {
  enter: Prelude;
  /** False once the work is over: a statement after that is a promise that nobody awaited. */
  open: boolean;
  /** Statements on their way. */
  pending: number;
  /** The connection of the running transaction, if the work is one. */
  connection: TransactionConnection | null;
  /** The last fault as PostgreSQL told it: Prisma's errors drop the constraint's name. */
  fault: DatabaseError | null;
  /** True from the moment COMMIT is sent: from then on a lost connection leaves the outcome open. */
  commitSent: boolean;
}

export type TransactionConnection = Pick<PoolClient, "query">;

const scopes = new AsyncLocalStorage<Scope>();

/** Runs one statement's worth of calls with the scope in reach of the pool. */
export function inScope<T>(scope: Scope, call: () => Promise<T>): Promise<T> {
  if (!scope.open)
    throw new Error("A database call outside its unit of work: await every call before the work returns");
  scope.pending += 1;
  return scopes.run(scope, async () => {
    try {
      return await call();
    } finally {
      scope.pending -= 1;
    }
  });
}

/** The scope of the running call. Throws when there is none, so that no statement ever goes out without a context. */
export function currentScope(): Scope {
  const scope = scopes.getStore();
  if (!scope?.open) throw new Error("A database call without the door of lib/tenant-db");
  return scope;
}

export const ENTER_STATEMENTS = {
  tenant: {
    name: "bh_enter",
    prepare: "prepare bh_enter (text, uuid, uuid, boolean, jsonb) as select app.enter($1, $2, $3, $4, $5)",
    text: "select app.enter($1, $2, $3, $4, $5)",
  },
  platform: {
    name: "bh_enter_platform",
    prepare: "prepare bh_enter_platform (uuid, boolean, jsonb) as select app.enter_platform($1, $2, $3)",
    text: "select app.enter_platform($1, $2, $3)",
  },
} as const;

/** What the actor's context is, as the statement that opens it. `operation` is the name that audit rows show. */
export function enterStatement(actor: Actor, operation: string, readOnly: boolean, prepared: boolean): Prelude {
  const details = JSON.stringify({
    action: operation,
    request_id: actor.requestId,
    ip_address: actor.ipAddress,
    user_agent: actor.userAgent?.slice(0, 500) ?? null,
    ...(actor.kind === "system" ? { label: actor.job } : {}),
  });
  const statement = actor.kind === "platformAdmin" ? ENTER_STATEMENTS.platform : ENTER_STATEMENTS.tenant;
  const values =
    actor.kind === "platformAdmin"
      ? [actor.sessionId, String(readOnly), details]
      : [actor.kind, actor.tenantId, principalOf(actor), String(readOnly), details];
  return { text: statement.text, values, ...(prepared ? { preparedName: statement.name } : {}) };
}

function principalOf(actor: Exclude<Actor, { kind: "platformAdmin" }>): string | null {
  if (actor.kind === "member") return actor.sessionId;
  return actor.kind === "apiKey" ? actor.apiKeyId : null;
}

export function newScope(enter: Prelude): Scope {
  return { enter, open: true, pending: 0, connection: null, fault: null, commitSent: false };
}
