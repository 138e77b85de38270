import pg from "pg";

/** A statement that rides in front of another one, in the same round trip. Its result is not looked at. */
export interface Prelude {
  text: string;
  values: readonly unknown[];
  /** Set when every connection has prepared this statement under the name. */
  preparedName?: string;
}

/** What pg's own Query keeps to itself. Checked against pg 8.23; `carried-pool.db.test.ts` fails if it changes. */
interface QueryInternals {
  name: string | undefined;
  callback: ((error: Error | null, result: unknown) => void) | undefined;
  prepare(connection: WireConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: WireConnection): void;
  handleError(error: Error, connection: WireConnection): void;
}

interface WireConnection {
  submittedNamedStatements: Record<string, string>;
  parse(config: { text: string; name: string; types: undefined }): void;
  bind(config: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper(value: unknown): unknown;
  }): void;
  execute(config: { portal: string; rows: number }): void;
}

type QueryConstructor = new (
  config: pg.QueryConfig & { queryMode: "extended" },
  callback: (error: Error | null, result: pg.QueryArrayResult) => void,
) => QueryInternals & pg.Submittable;

// The published types leave the protocol handlers out; they are public in the sense that pg-cursor and others use them.
const BaseQuery = pg.Query as unknown as QueryConstructor;

/**
 * One statement with others in front of it, sent as Bind/Execute · Bind/Execute · one Sync. PostgreSQL runs all of them
 * in one implicit transaction (or, if a prelude is BEGIN, opens it), so a setting made by a prelude is local to it.
 */
export class CarriedQuery extends BaseQuery {
  readonly #preludes: readonly Prelude[];
  readonly #onEntered: () => void;
  #done = 0;
  #mainName: string | undefined;

  /** @param onEntered called when all preludes have succeeded, whatever becomes of the statement itself */
  constructor(
    config: pg.QueryConfig,
    preludes: readonly Prelude[],
    callback: (error: Error | null, result: pg.QueryArrayResult) => void,
    onEntered: () => void = () => {},
  ) {
    super({ ...config, queryMode: "extended" }, callback);
    this.#preludes = preludes;
    this.#onEntered = onEntered;
  }

  override prepare(connection: WireConnection): void {
    for (const prelude of this.#preludes) {
      const statement = prelude.preparedName ?? "";
      if (!prelude.preparedName) connection.parse({ text: prelude.text, name: "", types: undefined });
      connection.bind({ portal: "", statement, values: prelude.values, valueMapper: (value) => value });
      connection.execute({ portal: "", rows: 0 });
    }
    super.prepare(connection);
    // pg notes a ParseComplete under the active query's name: a prelude's must not count as the main statement's.
    if (this.#preludes.length > 0) {
      this.#mainName = this.name;
      this.name = undefined;
    }
  }

  override handleDataRow(message: unknown): void {
    if (this.#done === this.#preludes.length) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: WireConnection): void {
    if (this.#done === this.#preludes.length) {
      super.handleCommandComplete(message, connection);
      return;
    }
    this.#done += 1;
    if (this.#done < this.#preludes.length) return;
    this.name = this.#mainName;
    this.#onEntered();
  }

  override handleError(error: Error, connection: WireConnection): void {
    // A failing prelude makes the server skip the main statement's Parse.
    if (this.#mainName && this.#done < this.#preludes.length)
      delete connection.submittedNamedStatements[this.#mainName];
    super.handleError(error, connection);
  }
}
