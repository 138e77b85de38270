import { PrismaPg } from "@prisma/adapter-pg";
import type { PersonActor, TenantActor } from "../actor";
import { Prisma, PrismaClient } from "../generated/prisma/client";
import { isModel, scopeArguments } from "./access-layer";
import type { CarriedPool } from "./carried-pool";
import { inScope, type Scope } from "./scope";

/** Builds safe SQL for `rows()`: values become parameters. `raw` stays inside this folder. */
export const { sql, join, empty, raw } = Prisma;
export type Sql = Prisma.Sql;

type ModelName = Uncapitalize<Prisma.ModelName>;

const READ_METHODS = ["findFirst", "findFirstOrThrow", "findMany", "count", "aggregate", "groupBy"] as const;
const WRITE_METHODS = [
  "create",
  "createMany",
  "createManyAndReturn",
  "update",
  "updateMany",
  "updateManyAndReturn",
  "delete",
  "deleteMany",
] as const;
type ReadMethod = (typeof READ_METHODS)[number];
type WriteMethod = (typeof WRITE_METHODS)[number];

type Delegates<Method extends string> = {
  readonly [M in ModelName]: Pick<PrismaClient[M], Method & keyof PrismaClient[M]>;
};

interface RawQueries {
  /** Runs hand-written SQL in this context. `name` keeps its plan on each connection: for one constant text only. */
  rows<T>(query: Sql, name?: string): Promise<T[]>;
}

/**
 * The client of one unit of reading. `findUnique` does not exist on it: Prisma merges calls of the same tick into one
 * statement, across requests, and the merged one runs in the context of whoever came first.
 */
export type ReadClient = Delegates<ReadMethod> & RawQueries;

/** The client of one transaction. */
export type WriteClient = Delegates<ReadMethod | WriteMethod> & RawQueries;

type Delegate = Record<string, (args?: Record<string, unknown>) => PromiseLike<unknown>>;
type DelegateSource = Record<string, Delegate>;

/** A Prisma client on a carried pool. Nothing outside this folder ever holds it. */
export function createPrisma(pool: CarriedPool, namedStatements: boolean): PrismaClient {
  const adapter = new PrismaPg(
    pool,
    namedStatements ? { statementNameGenerator: (query) => statementName(query.sql) } : undefined,
  );
  return new PrismaClient({ adapter, log: [] });
}

// Prisma's texts are few and constant; raw SQL that varies must not fill the server's memory with prepared statements.
const statementNames = new Map<string, string>();
const MAX_STATEMENT_NAMES = 500;

function statementName(text: string): string {
  const known = statementNames.get(text);
  if (known || statementNames.size >= MAX_STATEMENT_NAMES) return known ?? "";
  const name = `bh_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

const ALLOWED_METHODS = new Set<string>([...READ_METHODS, ...WRITE_METHODS]);
export interface Binding {
  scope: Scope;
  /** Null for the platform's own client, which works across tenants. */
  actor: TenantActor | PersonActor | null;
  run: RawQueries["rows"];
}

/**
 * Binds a Prisma client (or transaction client) to one scope: each call enters the scope by itself, so a promise that is
 * awaited elsewhere still runs in this context, and every `where` names tenant and accounts a second time (R18).
 */
export function bindClient<C extends ReadClient | WriteClient>(source: object, binding: Binding): C {
  const delegates = new Map<string, unknown>();
  const bound = new Proxy(Object.create(null), {
    get(_target, property) {
      if (property === "rows") return binding.run;
      if (typeof property !== "string" || !isModel(property)) return undefined;
      let delegate = delegates.get(property);
      if (!delegate) {
        delegate = bindDelegate((source as DelegateSource)[property] as Delegate, property, binding);
        delegates.set(property, delegate);
      }
      return delegate;
    },
  });
  // The proxy answers exactly the names that the two client types list.
  return bound as C;
}

function bindDelegate(delegate: Delegate, model: string, { scope, actor }: Binding): object {
  return new Proxy(Object.create(null), {
    get(_target, method) {
      if (typeof method !== "string" || !ALLOWED_METHODS.has(method)) return undefined;
      return (args: Record<string, unknown> = {}) => {
        const scoped = actor ? scopeArguments(model, method, args, actor) : args;
        // Prisma's promises are lazy: `then` must be called inside the scope.
        return inScope(
          scope,
          () => (delegate[method] as Delegate[string])(scoped).then((result) => result) as Promise<unknown>,
        );
      };
    },
  });
}
