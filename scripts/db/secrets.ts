import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { OperatorError } from "@/scripts/operator-error";
import { dataPath } from "./paths";

/** What a clone makes up for itself, so that the demo needs no settings. */
export interface LocalSecrets {
  /** Password of the embedded database's owner. */
  databasePassword: string;
  /** Stands in for APP_SECRET where the environment has none. */
  appSecret: string;
}

/** Reads `.data/secrets.json`, or makes it with random values, readable by its owner only. */
export function localSecrets(): LocalSecrets {
  const file = dataPath("secrets.json");
  if (existsSync(file)) return readSecrets(file);
  const secrets: LocalSecrets = {
    databasePassword: randomBytes(24).toString("base64url"),
    appSecret: randomBytes(32).toString("base64url"),
  };
  // Written whole or not at all: a half-written file would lock the person out of the database.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(draft, file);
  return secrets;
}

function readSecrets(file: string): LocalSecrets {
  const wrong = new OperatorError(
    `${file} is not readable as secrets: delete it and run again, it is then made anew (people must sign in again).`,
  );
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw Object.assign(wrong, { cause });
  }
  if (typeof content !== "object" || content === null) throw wrong;
  const { databasePassword, appSecret } = content as Partial<Record<keyof LocalSecrets, unknown>>;
  if (typeof databasePassword !== "string" || typeof appSecret !== "string") throw wrong;
  return { databasePassword, appSecret };
}

/** The application's secret: APP_SECRET, or the one this clone made for itself. */
export function appSecret(): string {
  return process.env.APP_SECRET || localSecrets().appSecret;
}
