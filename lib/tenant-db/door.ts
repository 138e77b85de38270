import type { Actor, TenantActor } from "../actor";
import { AppError } from "../errors";
import type { Permission } from "../permissions";
import { CarriedPool } from "./carried-pool";
import { bindClient, createPrisma, type ReadClient, type Sql, type WriteClient } from "./client";
import { PLAIN_TYPES } from "./column-types";
import { MAX_WAIT_MS } from "./fair-share";
import { type ConstraintMessages, expectedFailure, faultOf, isConflict, isOutage } from "./faults";
import { withRetry } from "./retry";
import { currentScope, inScope, newScope, PREPARE_ENTRY, type Scope } from "./scope";

export interface DoorSettings {
  /** Connection string of one login role. */
  url: string;
  role: "tenant" | "platform";
  poolMin: number;
  poolMax: number;
  /** False behind a PgBouncer older than 1.21, which loses prepared statements between transactions. */
  namedStatements: boolean;
}

export interface WorkOptions {
  /** Sentences for constraints that this work can violate. */
  constraints?: ConstraintMessages;
  /** The work may run twice with the effect of once, so a connection lost during COMMIT is tried again. */
  idempotent?: boolean;
}

const READ_ONLY_TRANSACTION = "25006";
const CONNECT_TIMEOUT_MS = 3000;
/** Prisma must not give up before those whose refusal can be understood. */
const START_TIMEOUT_MS = MAX_WAIT_MS + CONNECT_TIMEOUT_MS + 1000;
const TRANSACTION_TIMEOUT_MS = 15_000;

/** One login role's way to rows: a pool, a Prisma client on it, and the two kinds of work. */
export class Door {
  readonly pool: CarriedPool;
  readonly #prisma: ReturnType<typeof createPrisma>;
  readonly #namedStatements: boolean;

  constructor(settings: DoorSettings) {
    this.#namedStatements = settings.namedStatements;
    this.pool = new CarriedPool(
      {
        connectionString: settings.url,
        min: settings.poolMin,
        max: settings.poolMax,
        connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
        idleTimeoutMillis: 30_000,
        application_name: `bulkhead-${settings.role}`,
        keepAlive: true,
      },
      settings.namedStatements ? PREPARE_ENTRY[settings.role] : null,
    );
    this.#prisma = createPrisma(this.pool, settings.namedStatements);
  }

  /**
   * Runs reads in the actor's context, read-only. Each statement is one round trip and its own snapshot.
   * @throws AppError for expected failures; an outage is retried first.
   */
  read<T>(actor: Actor, operation: string, work: (db: ReadClient) => Promise<T>): Promise<T> {
    return this.#attempts(actor, operation, true, {}, (scope) =>
      work(this.#bind<ReadClient>(this.#prisma, scope, actor)),
    );
  }

  /** Runs reads and writes in one transaction in the actor's context: all of it happens, or nothing. */
  write<T>(actor: Actor, operation: string, work: (db: WriteClient) => Promise<T>, options: WorkOptions): Promise<T> {
    return this.#attempts(actor, operation, false, options, (scope) =>
      this.#transaction(actor, operation, scope, work, { timeout: TRANSACTION_TIMEOUT_MS }),
    );
  }

  /**
   * Runs any number of reads that all see the same moment, in one transaction on one connection: for what takes longer
   * than a page, of at most `timeoutMs`. An outage begins the work anew.
   */
  snapshot<T>(actor: Actor, operation: string, work: (db: ReadClient) => Promise<T>, timeoutMs: number): Promise<T> {
    return this.#attempts(actor, operation, true, {}, (scope) =>
      this.#transaction<T, ReadClient>(actor, operation, scope, work, {
        isolationLevel: "RepeatableRead",
        timeout: timeoutMs,
      }),
    );
  }

  #transaction<T, C extends ReadClient | WriteClient>(
    actor: Actor,
    operation: string,
    scope: Scope,
    work: (db: C) => Promise<T>,
    options: { isolationLevel?: "RepeatableRead"; timeout: number },
  ): Promise<T> {
    return inScope(scope, () =>
      this.#prisma.$transaction(
        async (tx) => {
          const result = await work(this.#bind<C>(tx, scope, actor));
          // One is this transaction itself; more is a call that would run while COMMIT is on its way.
          if (scope.pending > 1) throw unawaited(operation);
          return result;
        },
        { maxWait: START_TIMEOUT_MS, ...options },
      ),
    );
  }

  async close(): Promise<void> {
    await this.#prisma.$disconnect();
    await this.pool.end();
  }

  #bind<C extends ReadClient | WriteClient>(source: object, scope: Scope, actor: Actor): C {
    const scoped = actor.kind === "platformAdmin" ? null : actor;
    return bindClient<C>(source, { scope, actor: scoped, run: (query, name) => this.#rows(scope, query, name) });
  }

  #rows<T>(scope: Scope, query: Sql, name?: string): Promise<T[]> {
    return inScope(scope, async () => {
      const config = {
        text: query.text,
        values: query.values,
        types: PLAIN_TYPES,
        ...(name && this.#namedStatements ? { name } : {}),
      };
      const target = currentScope().connection ?? this.pool;
      const { rows } = await target.query(config);
      return rows as T[];
    });
  }

  async #attempts<T>(
    actor: Actor,
    operation: string,
    readOnly: boolean,
    options: WorkOptions,
    attempt: (scope: Scope) => Promise<T>,
  ): Promise<T> {
    const unit = { actor, operation, readOnly, prepared: this.#namedStatements };
    let scope = newScope(unit);
    try {
      return await withRetry(
        async () => {
          if (!scope.open) scope = newScope(unit);
          try {
            const result = await attempt(scope);
            if (scope.pending > 0) throw unawaited(operation);
            return result;
          } finally {
            scope.open = false;
          }
        },
        (error) => mayRetry(error, scope, options),
      );
    } catch (error) {
      if (isWriteInRead(error, scope)) throw error;
      if (scope.refusal) throw scope.refusal;
      throw expectedFailure(error, faultOf(error, scope), options.constraints ?? {}) ?? error;
    }
  }
}

/** Reading set the transaction read-only itself: a write in it is a bug of ours, not a server that became a standby. */
function isWriteInRead(error: unknown, scope: Scope): boolean {
  return scope.unit.readOnly && faultOf(error, scope)?.code === READ_ONLY_TRANSACTION;
}

function mayRetry(error: unknown, scope: Scope, { idempotent }: WorkOptions): boolean {
  if (error instanceof AppError || scope.refusal || isWriteInRead(error, scope)) return false;
  const fault = faultOf(error, scope);
  if (!fault) return false;
  if (isConflict(fault)) return true;
  // A transaction whose COMMIT was never sent did not happen, so trying again cannot double it.
  return isOutage(fault) && (scope.unit.readOnly || idempotent === true || !scope.commitSent);
}

function unawaited(operation: string): Error {
  return new Error(`${operation} returned before all its database calls were awaited`);
}

/** @throws AppError `forbidden` that names the missing permission. */
export function requirePermission(actor: TenantActor, permission: Permission): void {
  if (actor.permissions.has(permission)) return;
  throw new AppError("forbidden", undefined, { data: { permission } });
}
