import pg from "pg";
import { CarriedQuery, type Prelude } from "./carried-query";
import { currentScope, type Scope, type TransactionConnection } from "./scope";

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

  constructor(config: pg.PoolConfig, prepareOnConnect: string | null) {
    super({
      ...config,
      ...(prepareOnConnect
        ? { onConnect: async (client: pg.ClientBase) => void (await client.query(prepareOnConnect)) }
        : {}),
    });
    // Without listeners a connection that the server closes would end the process: the pool's is for idle connections,
    // the client's own for those in use, between two statements. The pool drops both by itself.
    this.on("error", () => {});
    this.on("connect", (client) => client.on("error", () => {}));
  }

  // pg declares a dozen overloads; the adapter and the door use this one.
  override query = (async (config: StatementConfig): Promise<StatementResult> => {
    const scope = currentScope();
    const client = await super.connect();
    try {
      return await this.#send(client, config, [scope.enter], scope);
    } finally {
      client.release();
    }
  }) as unknown as pg.Pool["query"];

  override connect = (async (): Promise<HeldConnection> => {
    const scope = currentScope();
    const client = await super.connect();
    const held = new HeldConnection(client, scope, (statement, preludes) =>
      this.#send(client, statement, preludes, scope),
    );
    scope.connection = held as unknown as TransactionConnection;
    return held;
  }) as unknown as pg.Pool["connect"];

  /** Runs one of the fixed identity statements, which need no context. For `identity.ts` and health checks only. */
  async withoutContext(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const client = await super.connect();
    try {
      this.counters.roundTrips += 1;
      this.counters.statements += 1;
      return await client.query(text, [...values]);
    } finally {
      client.release();
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
      const query = new CarriedQuery(config, preludes, (error, result) => {
        if (!error) return resolve(result);
        if (error instanceof pg.DatabaseError) scope.faults.push(error);
        reject(error);
      });
      client.query(query);
    });
  }
}

type Send = (statement: StatementConfig, preludes: readonly Prelude[]) => Promise<StatementResult>;

/**
 * The connection of one transaction. BEGIN (and the isolation level) wait for the first real statement and travel with
 * it and the context, so k statements cost k + 1 round trips.
 */
export class HeldConnection {
  #state: "begin held" | "open" | "over" = "over";
  #begin: Prelude[] = [];

  constructor(
    readonly client: pg.PoolClient,
    readonly scope: Scope,
    readonly send: Send,
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
    const preludes = this.#state === "begin held" ? [...this.#begin, this.scope.enter] : [];
    this.#state = "open";
    return this.send(statement, preludes);
  }

  async #end(statement: StatementConfig): Promise<StatementResult> {
    const wasOpen = this.#state === "open";
    this.#state = "over";
    if (!wasOpen) return EMPTY_RESULT;
    if (statement.text === "COMMIT") this.scope.commitSent = true;
    return this.send(statement, []);
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
  }
}
