import { AsyncLocalStorage } from "node:async_hooks";
import type { DatabaseError, PoolClient } from "pg";
import type { Actor, Pass } from "../actor";
import type { AppError } from "../errors";
import type { Prelude } from "./carried-query";

/** The statement that opens a context, in front of another one. */
export interface Entry extends Prelude {
  /** The same for a named statement, whose plan is kept; where there is none, that is left to PostgreSQL. */
  keepingPlan?: Prelude;
}

/** Who does what in a unit of work. */
interface UnitOfWork {
  actor: Actor;
  /** The name that audit rows show. */
  operation: string;
  readOnly: boolean;
  /** True if the pool's connections have prepared the statements that enter. */
  prepared: boolean;
}

/** One unit of work behind the door: the context that its statements carry, and what the door learns of them. */
export interface Scope {
  /** Whose share of the connections it uses; null: the platform's, a person's in no tenant, or background work. */
  tenantId: string | null;
  /** Why the tenant's share had no place for a statement: Prisma's errors would hide it. */
  refusal: AppError | null;
  enter: Entry;
  pass: Pass | null;
  /** What the entry is made of, and made of anew after the pass was found gone. */
  unit: UnitOfWork;
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
  const result = started(scope, call);
  // Registered first, so a call is over before whoever awaits it goes on. A call that nobody awaits is refused when the
  // work returns; its own failure, handled here, must not end the process besides.
  result.then(
    () => leave(scope),
    () => leave(scope),
  );
  return result;
}

function started<T>(scope: Scope, call: () => Promise<T>): Promise<T> {
  try {
    return scopes.run(scope, call);
  } catch (error) {
    return Promise.reject(error);
  }
}

function leave(scope: Scope): void {
  scope.pending -= 1;
}

/** The scope of the running call. Throws when there is none, so that no statement ever goes out without a context. */
export function currentScope(): Scope {
  const scope = scopes.getStore();
  if (!scope?.open) throw new Error("A database call without the door of lib/tenant-db");
  return scope;
}

const READ = "select app.enter_read($1, $2, $3, $4)";
const READ_TYPES = "text, uuid, uuid, uuid";

const ENTER = {
  read: { name: "bh_enter_read", types: READ_TYPES, text: READ },
  // Left alone, PostgreSQL plans a list under policies anew each time, which costs more than running it. So only texts
  // whose best plan does not depend on the values may have a name: model calls, and rows() that were given one.
  readKeepingPlan: {
    name: "bh_enter_read_kept",
    types: READ_TYPES,
    text: `${READ}, set_config('plan_cache_mode', 'force_generic_plan', true)`,
  },
  write: {
    name: "bh_enter",
    types: "text, uuid, uuid, jsonb, uuid",
    text: "select app.enter($1, $2, $3, $4, $5)",
  },
  person: { name: "bh_enter_person", types: "uuid, boolean, jsonb", text: "select app.enter_person($1, $2, $3)" },
  // Once for a whole snapshot, so no connection prepares it.
  export: { name: "", types: "uuid, uuid", text: "select app.enter_export($1, $2)" },
  // Rare enough that no connection prepares it.
  watch: { name: "", types: "uuid, uuid, uuid", text: "select app.enter_watch($1, $2, $3)" },
  platform: { name: "bh_enter_platform", types: "uuid, boolean, jsonb", text: "select app.enter_platform($1, $2, $3)" },
} as const;

/** What each new connection of a role prepares, so that entering costs no parsing. */
export const PREPARE_ENTRY = {
  tenant: [ENTER.read, ENTER.readKeepingPlan, ENTER.write, ENTER.person].map(prepareSql).join(";"),
  platform: prepareSql(ENTER.platform),
} as const;

function prepareSql({ name, types, text }: { name: string; types: string; text: string }): string {
  return `prepare ${name} (${types}) as ${text}`;
}

/** A scope for one try of a unit of work. */
export function newScope(unit: UnitOfWork): Scope {
  const { actor } = unit;
  return {
    // Background work is bounded by its worker, and waits rather than being refused.
    tenantId:
      (actor.kind === "member" || actor.kind === "apiKey") && !actor.exportId && !actor.watchedViewId
        ? actor.tenantId
        : null,
    refusal: null,
    enter: enterStatement(unit),
    unit,
    pass: passOf(actor),
    open: true,
    pending: 0,
    connection: null,
    faults: [],
    commitSent: false,
  };
}

function passOf(actor: Actor): Pass | null {
  return actor.kind === "member" || actor.kind === "apiKey" ? actor.pass : null;
}

/** What the actor's context is, as the statement that opens it. */
export function enterStatement({ actor, operation, readOnly, prepared }: UnitOfWork): Entry {
  const way = wayOf(actor, readOnly);
  const values = entryValues(actor, operation, readOnly);
  const { name, text } = ENTER[way];
  if (!prepared || name === "") return { text, values };
  const kept = ENTER.readKeepingPlan;
  return {
    text,
    values,
    preparedName: name,
    ...(way === "read" && { keepingPlan: { text: kept.text, values, preparedName: kept.name } }),
  };
}

function wayOf(actor: Actor, readOnly: boolean): keyof typeof ENTER {
  if (actor.kind === "platformAdmin") return "platform";
  if (actor.kind === "person") return "person";
  if (actor.exportId !== undefined) return "export";
  if (actor.watchedViewId !== undefined) return "watch";
  return readOnly ? "read" : "write";
}

function entryValues(actor: Actor, operation: string, readOnly: boolean): (string | null)[] {
  if (actor.kind === "platformAdmin" || actor.kind === "person")
    return [actor.sessionId, String(readOnly), auditDetails(actor, operation)];
  if (actor.exportId !== undefined) return [actor.tenantId, actor.exportId];
  if (actor.kind === "member" && actor.watchedViewId !== undefined)
    return [actor.tenantId, actor.membershipId, actor.watchedViewId];
  const details = readOnly ? [] : [auditDetails(actor, operation)];
  // Without a pass: the database works a view's rights out anew each time, and lets nothing be written.
  if (actor.kind === "member" && actor.view) return ["view", actor.tenantId, actor.view.id, ...details, null];
  // A visit is checked by itself each time: no pass outlives its hour.
  if (actor.kind === "member" && actor.visit) return ["visit", actor.tenantId, actor.visit.id, ...details, null];
  const principal = actor.kind === "member" ? actor.sessionId : actor.kind === "apiKey" ? actor.apiKeyId : null;
  return [actor.kind, actor.tenantId, principal, ...details, passOf(actor)?.id ?? null];
}

function auditDetails(actor: Actor, operation: string): string {
  return JSON.stringify({
    action: operation,
    request_id: actor.requestId,
    ip_address: actor.ipAddress,
    user_agent: actor.userAgent?.slice(0, 500) ?? null,
    ...(actor.kind === "system" ? { label: actor.job } : {}),
    ...(actor.kind === "platformAdmin" && actor.reason !== undefined ? { reason: actor.reason } : {}),
  });
}
