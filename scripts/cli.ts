import { existsSync } from "node:fs";
import path from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import pg from "pg";
import { SettingsError } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { openEmbeddedDatabase } from "./db/embedded";
import { REPOSITORY_DIR } from "./db/paths";
import { appSecret } from "./db/secrets";
import { type DatabaseUrls, databaseUrls } from "./db/urls";
import { OperatorError } from "./operator-error";

type Options = NonNullable<ParseArgsConfig["options"]>;

interface Command<O extends Options> {
  /** Text of --help: usage, what it does, options, an example. */
  help: string;
  options: O;
  allowPositionals?: boolean;
  run(input: { values: ReturnType<typeof parseArgs<{ options: O }>>["values"]; positionals: string[] }): Promise<void>;
}

/**
 * Runs an operators' command: parses its arguments, answers --help, turns failures into one sentence.
 * Exit codes: 0 done, 1 failed, 2 wrong arguments.
 */
export async function runCommand<const O extends Options>(command: Command<O>): Promise<void> {
  loadSettings();
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    console.log(command.help.trim());
    return;
  }
  let input: Parameters<Command<O>["run"]>[0];
  try {
    const parsed = parseArgs({ args, options: command.options, allowPositionals: command.allowPositionals ?? false });
    input = { values: parsed.values, positionals: parsed.positionals };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${command.help.trim()}`);
    process.exitCode = 2;
    return;
  }
  try {
    await command.run(input);
  } catch (error) {
    console.error(explain(error));
    process.exitCode = 1;
  }
}

/** Reads `.env` where there is one; what the environment says already has precedence. */
export function loadSettings(): void {
  const file = path.join(REPOSITORY_DIR, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export interface OperatorDatabase extends DatabaseUrls {
  isEmbedded: boolean;
  /** Passwords of the login roles are derived from it; null where the environment brings both logins itself. */
  passwordSecret: string | null;
}

/**
 * Runs work against the database of DATABASE_URL, or else against this clone's embedded one, which is started for the
 * duration if it does not run. The environment is completed, so that lib/env.ts and the door see the same database.
 */
export async function withDatabase<T>(work: (database: OperatorDatabase) => Promise<T>): Promise<T> {
  const { DATABASE_URL, TENANT_DATABASE_URL, PLATFORM_DATABASE_URL, JOBS_DATABASE_URL } = process.env;
  if (DATABASE_URL) {
    const logins = [TENANT_DATABASE_URL, PLATFORM_DATABASE_URL, JOBS_DATABASE_URL];
    if (logins.some(Boolean) && !logins.every(Boolean)) {
      throw new OperatorError(
        "TENANT_DATABASE_URL, PLATFORM_DATABASE_URL and JOBS_DATABASE_URL must be set together, or none of them.",
      );
    }
    const urls = databaseUrls(checkedUrl(DATABASE_URL), appSecret());
    completeEnvironment(urls);
    return work({ ...urls, isEmbedded: false, passwordSecret: TENANT_DATABASE_URL ? null : appSecret() });
  }
  const database = await openEmbeddedDatabase((message) => console.error(message));
  try {
    // The embedded server's roles are always ours, whatever URLs were left in the environment.
    const urls = databaseUrls(database.ownerUrl, appSecret(), {});
    completeEnvironment(urls);
    // What runs on the embedded database is a demo, unless its settings say otherwise: keys made there are test keys.
    process.env.DEMO_MODE ||= "on";
    return await work({ ...urls, isEmbedded: true, passwordSecret: appSecret() });
  } finally {
    await database.release();
  }
}

function completeEnvironment({ tenantUrl, platformUrl, jobsUrl }: DatabaseUrls): void {
  Object.assign(process.env, {
    APP_SECRET: appSecret(),
    TENANT_DATABASE_URL: tenantUrl,
    PLATFORM_DATABASE_URL: platformUrl,
    JOBS_DATABASE_URL: jobsUrl,
  });
}

function checkedUrl(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new OperatorError("DATABASE_URL must look like postgresql://owner:password@host:5432/database.");
}

/** One sentence for expected failures, the whole error for bugs. */
export function explain(error: unknown): string {
  if (error instanceof OperatorError || error instanceof AppError || error instanceof SettingsError)
    return error.message;
  if (error instanceof pg.DatabaseError) return `The database refused: ${error.message}.`;
  if (!(error instanceof Error)) return String(error);
  const { code, path: file } = error as NodeJS.ErrnoException;
  if ((code === "EACCES" || code === "EPERM") && file) {
    return `${file} belongs to another user: run this as that user, or as root, or remove the file.`;
  }
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ETIMEDOUT") {
    return `The database does not answer (${error.message || code}): is it running, and is DATABASE_URL right?`;
  }
  return error.stack ?? error.message;
}
