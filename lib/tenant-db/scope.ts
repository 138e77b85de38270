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
  /** All faults as PostgreSQL told them: Prisma's errors drop the constraint's name. */
  faults: DatabaseError[];
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
  const result = scopes.run(scope, async () => {
    try {
      return await call();
    } finally {
      scope.pending -= 1;
    }
  });
  // A call that nobody awaits is refused when the work returns; its own failure must not end the process besides.
  result.catch(() => {});
  return result;
}

/** The scope of the running call. Throws when there is none, so that no statement ever goes out without a context. */
export function currentScope(): Scope {
  const scope = scopes.getStore();
  if (!scope?.open) throw new Error("A database call without the door of lib/tenant-db");
  return scope;
}

const ENTER = {
  read: { name: "bh_enter_read", types: "text, uuid, uuid", text: "select app.enter_read($1, $2, $3)" },
  write: { name: "bh_enter", types: "text, uuid, uuid, jsonb", text: "select app.enter($1, $2, $3, $4)" },
  platform: { name: "bh_enter_platform", types: "uuid, boolean, jsonb", text: "select app.enter_platform($1, $2, $3)" },
} as const;

/** What each new connection of a role prepares, so that entering costs no parsing. */
export const PREPARE_ENTRY = {
  tenant: [ENTER.read, ENTER.write].map(prepareSql).join(";"),
  platform: prepareSql(ENTER.platform),
} as const;

function prepareSql({ name, types, text }: { name: string; types: string; text: string }): string {
  return `prepare ${name} (${types}) as ${text}`;
}

/** What the actor's context is, as the statement that opens it. `operation` is the name that audit rows show. */
export function enterStatement(actor: Actor, operation: string, readOnly: boolean, prepared: boolean): Prelude {
  const way = actor.kind === "platformAdmin" ? "platform" : readOnly ? "read" : "write";
  const { name, text } = ENTER[way];
  return { text, values: entryValues(actor, operation, readOnly), ...(prepared ? { preparedName: name } : {}) };
}

function entryValues(actor: Actor, operation: string, readOnly: boolean): (string | null)[] {
  if (actor.kind === "platformAdmin") return [actor.sessionId, String(readOnly), auditDetails(actor, operation)];
  const principal = actor.kind === "member" ? actor.sessionId : actor.kind === "apiKey" ? actor.apiKeyId : null;
  const entry = [actor.kind, actor.tenantId, principal];
  return readOnly ? entry : [...entry, auditDetails(actor, operation)];
}

function auditDetails(actor: Actor, operation: string): string {
  return JSON.stringify({
    action: operation,
    request_id: actor.requestId,
    ip_address: actor.ipAddress,
    user_agent: actor.userAgent?.slice(0, 500) ?? null,
    ...(actor.kind === "system" ? { label: actor.job } : {}),
  });
}

export function newScope(enter: Prelude): Scope {
  return { enter, open: true, pending: 0, connection: null, faults: [], commitSent: false };
}
