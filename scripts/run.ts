import { spawn } from "node:child_process";
import path from "node:path";
import { REPOSITORY_DIR } from "./db/paths";
import { OperatorError } from "./operator-error";

/**
 * Of the processes that serve: answers are made of many short-lived objects, and with more room for them (MB, instead of
 * 16) a fifth of a model call's time is not spent on collecting them.
 */
export const SERVER_FLAGS = ["--max-semi-space-size=64"] as const;

/** Path of a package's program, to be run with this Node: the shell's wrappers differ between systems. */
export const BINARIES = {
  biome: path.join(REPOSITORY_DIR, "node_modules/@biomejs/biome/bin/biome"),
  knip: path.join(REPOSITORY_DIR, "node_modules/knip/bin/knip.js"),
  next: path.join(REPOSITORY_DIR, "node_modules/next/dist/bin/next"),
  playwright: path.join(REPOSITORY_DIR, "node_modules/@playwright/test/cli.js"),
  prisma: path.join(REPOSITORY_DIR, "node_modules/prisma/build/index.js"),
  tsc: path.join(REPOSITORY_DIR, "node_modules/typescript/bin/tsc"),
  tsx: path.join(REPOSITORY_DIR, "node_modules/tsx/dist/cli.mjs"),
  vitest: path.join(REPOSITORY_DIR, "node_modules/vitest/vitest.mjs"),
} as const;

interface RunOptions {
  env?: Record<string, string>;
  /** True: output is kept and shown only on failure. */
  quiet?: boolean;
  /** Ends the program early. */
  signal?: AbortSignal | undefined;
}

/** Runs a package's program to its end. @returns its exit code. */
export function exitCodeOf(program: keyof typeof BINARIES, args: string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BINARIES[program], ...args], {
      cwd: REPOSITORY_DIR,
      env: { ...process.env, ...options.env },
      signal: options.signal,
      stdio: options.quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
    });
    const output: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** Runs a package's program to its end. @throws OperatorError if it fails; its own output says why. */
export async function run(program: keyof typeof BINARIES, args: string[], options: RunOptions = {}): Promise<void> {
  const code = await exitCodeOf(program, args, options);
  if (code !== 0) throw new OperatorError(`${program} ${args[0] ?? ""} failed: see its message above.`);
}
