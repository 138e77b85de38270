import { randomBytes } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { MemberActor } from "@/lib/actor";
import { requestExport } from "@/lib/exports/commands";
import { makeExport } from "@/lib/exports/make";
import { getExport } from "@/lib/exports/queries";
import { requestExportInput } from "@/lib/exports/schema";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import type { FileStore } from "@/lib/stored-bytes";
import { report } from "./measure";

const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 2000;
const MOST_GROWTH_MB = 32;

// What is not collected yet says how busy the machine is, not what an export holds on to.
setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** What is still in use after a collection, and what the process takes of the machine, in bytes. */
function memory(): { live: number; rss: number } {
  const { rss } = process.memoryUsage();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return { live: heapUsed + external, rss };
}

/** Keeps nothing: what is measured is the writing. */
const NOWHERE: FileStore = {
  put: async (ownerId) => `${ownerId}/00/${randomBytes(16).toString("hex")}`,
  get: async () => new ReadableStream(),
  delete: async () => {},
};

/** Exports the list of a million payments, and watches this process's memory. */
export async function benchExports(actor: MemberActor): Promise<void> {
  console.log("\nExports of a million rows");
  for (const format of ["csv", "jsonl"] as const) {
    const input = requestExportInput.parse({ list: "payment_intents", format });
    const { id } = await requestExport(actor, input, EXPORT_SOURCES);
    const startedAtMs = performance.now();
    const samples: ReturnType<typeof memory>[] = [];
    const timer = setInterval(() => samples.push(memory()), SAMPLE_MS);
    await makeExport({ tenant_id: actor.tenantId, export_id: id }, EXPORT_SOURCES, NOWHERE);
    clearInterval(timer);
    const seconds = (performance.now() - startedAtMs) / 1000;
    const { state, row_count, size_bytes } = await getExport(actor, { id });
    const live = samples.map((sample) => sample.live);
    const growthMb = (Math.max(...live) - (live[0] ?? 0)) / MEGABYTE;
    const size = `${Math.round((size_bytes ?? 0) / MEGABYTE)} MB in ${Math.round(seconds)} s`;
    if (state !== "COMPLETED") throw new Error(`The export is ${state}`);
    report(`${row_count} payments as ${format}, ${size}: growth of live memory in MB`, growthMb, {
      atMost: MOST_GROWTH_MB,
    });
    console.log(`    ${Math.round(Math.max(...samples.map(({ rss }) => rss)) / MEGABYTE)} MB resident at most`);
  }
}
