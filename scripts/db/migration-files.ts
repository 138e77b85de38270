import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { OperatorError } from "@/scripts/operator-error";
import { MIGRATIONS_DIR } from "./paths";

export interface Migration {
  name: string;
  up: MigrationScript;
  down: MigrationScript;
  /** SHA-256 of migration.sql in hex, as Prisma keeps it. */
  checksum: string;
}

export interface MigrationScript {
  sql: string;
  /** False where the file begins with `-- no transaction`: its parts, divided by lines `-- next`, run one by one. */
  inTransaction: boolean;
}

/** Reads the migration folders, oldest first; each must have migration.sql and down.sql. */
export function readMigrations(folder: string = MIGRATIONS_DIR): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return names.map((name) => {
    if (!/^\d{14}_[a-z0-9_]+$/.test(name)) {
      throw new OperatorError(`The migration folder ${name} must be named <yyyymmddhhmmss>_<name_in_snake_case>.`);
    }
    const up = readScript(path.join(folder, name, "migration.sql"));
    return {
      name,
      up,
      down: readScript(path.join(folder, name, "down.sql")),
      checksum: createHash("sha256").update(up.sql).digest("hex"),
    };
  });
}

function readScript(file: string): MigrationScript {
  if (!existsSync(file)) throw new OperatorError(`${file} is missing: every migration has a way up and a way down.`);
  const sql = readFileSync(file, "utf8");
  return { sql, inTransaction: !/^-- no transaction\b/.test(sql) };
}

/** The parts of a script without a transaction: PostgreSQL wraps statements that are sent together in one. */
export function scriptParts(script: MigrationScript): string[] {
  return script.sql.split(/^-- next\s*$/m).filter((part) => part.trim() !== "");
}
