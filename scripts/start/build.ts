import { run } from "@/scripts/run";
import { buildHash, clientHash, isStamped, writeStamp } from "./source-hash";

const CLIENT_STAMP = "lib/generated/prisma/.source-hash";
const BUILD_STAMP = ".next/bulkhead-build-id";

/** Generates the Prisma client if schema.prisma changed. */
export async function generateClient(signal?: AbortSignal): Promise<string> {
  const hash = clientHash();
  if (isStamped(CLIENT_STAMP, hash)) return "up to date";
  await run("prisma", ["generate", "--no-hints"], {
    quiet: true,
    signal,
    // Generating needs no schema engine, but the command would download one: any program that exists will do.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
  });
  writeStamp(CLIENT_STAMP, hash);
  return "generated";
}

/** Builds the application if its sources changed since the last build. */
export async function buildApplication(signal?: AbortSignal): Promise<string> {
  const hash = buildHash();
  if (isStamped(BUILD_STAMP, hash)) return "up to date";
  await run("next", ["build"], { signal, env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } });
  writeStamp(BUILD_STAMP, hash);
  return "built";
}
