import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { REPOSITORY_DIR } from "./paths";

const SCHEMA_FILE = path.join(REPOSITORY_DIR, "prisma", "schema.prisma");

/**
 * Compares a migrated database with schema.prisma, as far as Prisma knows what a database can hold: tables, columns,
 * types, defaults, keys and indexes; not policies, grants, triggers and checks.
 * @returns the statements that would make the database what the schema says; none if they agree.
 */
export async function schemaDrift(ownerUrl: string, schemaFile: string = SCHEMA_FILE): Promise<string[]> {
  loadEngine();
  // dbgenerated() keeps Prisma from sending its own clock's time; the engine knows the same default by another name.
  const content = readFileSync(schemaFile, "utf8").replaceAll('dbgenerated("now()")', "now()");
  const files = [{ path: "schema.prisma", content }];
  const catalogue = new CataloguePg(ownerUrl);
  const adapter = bindMigrationAwareSqlAdapterFactory(catalogue);
  const schemaEngine = await engine.SchemaEngine.new({ datamodels: [["schema.prisma", content]] }, () => {}, adapter);
  try {
    const { stdout } = await schemaEngine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const statements = (stdout ?? "").split(/^-- .*\n/m).map((statement) => statement.trim());
    return statements.filter((statement) => statement.endsWith(";"));
  } finally {
    schemaEngine.free();
    await catalogue.end();
  }
}

const CHAR_OID = 18;
const TEXT_OID = 25;

// Prisma takes the columns that an index only includes for columns of its key.
const KEY_COLUMNS_ONLY = [
  ["unnest(indkey) AS", "unnest(indkey[0:indnkeyatts - 1]) AS"],
  // A slice counts from 1, the catalogue's own array from 0.
  ["generate_subscripts(indkey, 1) AS", "generate_subscripts(indkey[0:indnkeyatts - 1], 1) - 1 AS"],
] as const;
const replaceText = (text: string, [from, to]: readonly [string, string]) => text.replace(from, to);

/**
 * Prisma's adapter for a look at the catalogue, whose columns of the internal type "char" the stock adapter refuses and
 * the engine wants as characters.
 */
class CataloguePg extends PrismaPg {
  private readonly pool: pg.Pool;
  /** Which columns of the last result are of type "char"; the engine asks one thing at a time. */
  private charColumns: number[];

  constructor(connectionString: string) {
    const pool = new pg.Pool({ connectionString, max: 1 });
    const query = pool.query.bind(pool);
    super(
      Object.assign(pool, {
        query: async (statement: pg.QueryArrayConfig, values?: unknown[]) => {
          const result = await query(statement, values);
          this.charColumns = result.fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
          for (const index of this.charColumns) Object.assign(result.fields[index] ?? {}, { dataTypeID: TEXT_OID });
          return result;
        },
      }),
    );
    this.pool = pool;
    this.charColumns = [];
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw({ ...query, sql: KEY_COLUMNS_ONLY.reduce(replaceText, query.sql) });
      for (const index of this.charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }

  async end(): Promise<void> {
    await this.pool.end();
  }
}

let isLoaded = false;

/** The package expects a bundler that imports .wasm files; in Node its two halves are put together by hand. */
function loadEngine(): void {
  if (isLoaded) return;
  const folder = path.dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const module = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
  const { exports } = new WebAssembly.Instance(module, { "./schema_engine_bg.js": engine });
  engine.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  isLoaded = true;
}
