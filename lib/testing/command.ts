import { spawn } from "node:child_process";
import path from "node:path";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { TEST_APP_SECRET } from "./app-secret";
import type { TestDatabase } from "./database";

export interface CommandResult {
  /** Null if the process was killed. */
  code: number | null;
  stdout: string;
  stderr: string;
}

interface CommandOptions {
  /** The folder that the person stands in: npm itself always runs commands in the repository. */
  calledIn?: string;
  /** Kills the process, without a chance to clean up, as soon as its error output holds this. */
  killAt?: RegExp;
}

/** Runs an operators' command (a file of `scripts/`) as a process of its own against a test database. */
export function runScript(
  database: TestDatabase,
  script: string,
  args: readonly string[],
  { calledIn = REPOSITORY_DIR, killAt }: CommandOptions = {},
): Promise<CommandResult> {
  const { TENANT_DATABASE_URL: _tenant, PLATFORM_DATABASE_URL: _platform, ...environment } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), path.join(REPOSITORY_DIR, "scripts", script), ...args],
      {
        cwd: REPOSITORY_DIR,
        env: { ...environment, INIT_CWD: calledIn, DATABASE_URL: database.ownerUrl, APP_SECRET: TEST_APP_SECRET },
        stdio: "pipe",
      },
    );
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (killAt?.test(stderr)) child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
