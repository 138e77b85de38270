import pg from "pg";
import { AppError } from "../errors";
import { CarriedQuery, type Prelude } from "./carried-query";
import { modelTypes } from "./column-types";
import { FairShare, type FairShareState, shareOf } from "./fair-share";
import { PASS_GONE } from "./faults";
import { currentScope, enterStatement, type Scope, type TransactionConnection } from "./scope";

type StatementConfig = pg.QueryConfig & { rowMode?: "array" };
type StatementResult = pg.QueryArrayResult;

/** Counts that tests and the system page read. */
export interface PoolCounters {
  roundTrips: number;
  statements: number;
}

const EMPTY_RESULT: StatementResult = { command: "", rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * A pool whose every statement carries the context of its unit of work in the same round trip. It is handed to
 * Prisma's adapter in the place of a stock pool; a statement that comes without a scope throws.
 */
export class CarriedPool extends pg.Pool {
  readonly counters: PoolCounters = { roundTrips: 0, statements: 0 };
  readonly #shares: FairShare;
  readonly #keepsStatements: boolean;

  constructor(config: pg.PoolConfig, prepareOnConnect: string | null) {
    super({
      ...config,
      ...(prepareOnConnect
        ? { onConnect: async (client: pg.ClientBase) => void (await client.query(prepareOnConnect)) }
        : {}),
    });
    this.#keepsStatements = prepareOnConnect !== null;
    this.#shares = new FairShare({ perTenant: shareOf(this.options.max) });
    // Without listeners a connection that the server closes would end the process: the pool's is for idle connections,
    // the client's own for those in use, between two statements. The pool drops both by itself.
    this.on("error", () => {});
    this.on("connect", (client) => client.on("error", () => {}));
  }

  /** How much the tenants use of this pool. */
  shares(): FairShareState {
    return this.#shares.state();
  }

  // pg declares a dozen overloads; the adapter and the door use this one.
  override query = (async (config: StatementConfig): Promise<StatementResult> => {
    const scope = currentScope();
    const client = await this.#connect(scope);
    try {
      return await this.#enter(client, config, [], scope);
    } finally {
      client.release();
      this.#leave(scope);
    }
  }) as unknown as pg.Pool["query"];

  override connect = (async (): Promise<HeldConnection> => {
    const scope = currentScope();
    const client = await this.#connect(scope);
    const send: Send = (statement, begin) =>
      begin ? this.#enter(client, statement, begin, scope) : this.#send(client, statement, [], scope);
    const held = new HeldConnection(client, scope, send, () => this.#leave(scope));
    scope.connection = held as unknown as TransactionConnection;
    return held;
  }) as unknown as pg.Pool["connect"];

  /** A connection within the tenant's share of them. */
  async #connect(scope: Scope): Promise<pg.PoolClient> {
    const { tenantId } = scope;
    if (tenantId === null) return super.connect();
    try {
      const place = this.#shares.enter(tenantId);
      if (place) await place;
    } catch (error) {
      if (error instanceof AppError) scope.refusal = error;
      throw error;
    }
    try {
      return await super.connect();
    } catch (error) {
      this.#leave(scope);
      throw error;
    }
  }

  #leave({ tenantId }: Scope): void {
    if (tenantId !== null) this.#shares.leave(tenantId);
  }

  /**
   * Runs one of the fixed identity statements, which need no context. For `identity.ts` and health checks only.
   * @param name keeps it prepared on each connection, where the pooler lets it: for what every page asks
   */
  async withoutContext(text: string, values: readonly unknown[], name?: string): Promise<pg.QueryResult> {
    const client = await super.connect();
    try {
      this.counters.roundTrips += 1;
      this.counters.statements += 1;
      return await client.query({ text, values: [...values], ...(name && this.#keepsStatements && { name }) });
    } finally {
      client.release();
    }
  }

  /**
   * Sends a statement with the entry in front of it. Where the pass of an actor who was looked up in this request has
   * gone since, nothing has run yet: the statement goes out once more, and the database checks everything itself.
   */
  async #enter(
    client: pg.PoolClient,
    config: StatementConfig,
    begin: readonly Prelude[],
    scope: Scope,
  ): Promise<StatementResult> {
    try {
      return await this.#send(client, config, [...begin, entryOf(scope, config)], scope);
    } catch (error) {
      const isGone = error instanceof pg.DatabaseError && error.code === PASS_GONE;
      if (!isGone || !scope.pass?.isConfirmed) throw error;
      if (begin.length > 0) await this.#send(client, { text: "ROLLBACK" }, [], scope);
      scope.faults.splice(scope.faults.indexOf(error), 1);
      scope.pass.id = null;
      scope.enter = enterStatement(scope.unit);
      return this.#send(client, config, [...begin, entryOf(scope, config)], scope);
    }
  }

  #send(
    client: pg.PoolClient,
    config: StatementConfig,
    preludes: readonly Prelude[],
    scope: Scope,
  ): Promise<StatementResult> {
    this.counters.roundTrips += 1;
    this.counters.statements += 1;
    return new Promise((resolve, reject) => {
      client.query(
        new CarriedQuery(
          // Only Prisma's adapter asks for rows as arrays.
          config.rowMode && config.types ? { ...config, types: modelTypes(config.types) } : config,
          preludes,
          (error, result) => {
            if (!error) return resolve(result);
            if (error instanceof pg.DatabaseError) scope.faults.push(error);
            reject(error);
          },
          () => {
            if (scope.pass?.id && preludes.length > 0) scope.pass.isConfirmed = true;
          },
        ),
      );
    });
  }
}

function entryOf({ enter }: Scope, { name }: StatementConfig): Prelude {
  return (name && enter.keepingPlan) || enter;
}

/** Sends a statement; the first one of a transaction with what begins it, and with the entry. */
type Send = (statement: StatementConfig, begin: readonly Prelude[] | null) => Promise<StatementResult>;

/**
 * The connection of one transaction. BEGIN (and the isolation level) wait for the first real statement and travel with
 * it and the context, so k statements cost k + 1 round trips.
 */
export class HeldConnection {
  #state: "begin held" | "open" | "over" = "over";
  #begin: Prelude[] = [];
  #first: Promise<unknown> = Promise.resolve();

  constructor(
    readonly client: pg.PoolClient,
    readonly scope: Scope,
    readonly send: Send,
    readonly leave: () => void,
  ) {}

  async query(statement: StatementConfig): Promise<StatementResult> {
    const verb = statement.text;
    if (verb === "BEGIN" || verb.startsWith("SET TRANSACTION ISOLATION LEVEL")) {
      this.#state = "begin held";
      this.#begin.push({ text: verb, values: [] });
      return EMPTY_RESULT;
    }
    if (verb === "COMMIT" || verb === "ROLLBACK") return this.#end(statement);
    if (this.#state === "over") throw new Error("A statement outside its transaction");
    if (this.#state === "begin held") {
      this.#state = "open";
      const first = this.send(statement, this.#begin);
      this.#first = first.catch(() => {});
      return first;
    }
    // Entering may take a second try, and only then there is a transaction.
    await this.#first;
    return this.send(statement, null);
  }

  async #end(statement: StatementConfig): Promise<StatementResult> {
    const wasOpen = this.#state === "open";
    this.#state = "over";
    if (!wasOpen) return EMPTY_RESULT;
    if (statement.text === "COMMIT") this.scope.commitSent = true;
    return this.send(statement, null);
  }

  on(event: "error", listener: (error: Error) => void): this {
    this.client.on(event, listener);
    return this;
  }

  removeListener(event: "error", listener: (error: Error) => void): this {
    this.client.removeListener(event, listener);
    return this;
  }

  release(error?: Error | boolean): void {
    this.scope.connection = null;
    // A transaction that was never ended must not reach the next user of the connection.
    this.client.release(error ?? this.#state === "open");
    this.leave();
  }
}
