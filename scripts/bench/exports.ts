import { randomBytes } from "node:crypto";
import type { MemberActor } from "@/lib/actor";
import { requestExport } from "@/lib/exports/commands";
import { makeExport } from "@/lib/exports/make";
import { getExport } from "@/lib/exports/queries";
import { requestExportInput } from "@/lib/exports/schema";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";
import type { FileStore } from "@/lib/stored-bytes";
import { report } from "./measure";

const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 100;
/** What the first rows cost is code and connections; what comes behind them must cost nothing. */
const WARM_MS = 3000;
const MOST_GROWTH_MB = 100;

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
    let [warmBytes, mostBytes] = [0, 0];
    const timer = setInterval(() => {
      const { rss } = process.memoryUsage();
      if (performance.now() - startedAtMs < WARM_MS) warmBytes = Math.max(warmBytes, rss);
      mostBytes = Math.max(mostBytes, rss);
    }, SAMPLE_MS);
    await makeExport({ tenant_id: actor.tenantId, export_id: id }, EXPORT_SOURCES, NOWHERE);
    clearInterval(timer);
    const seconds = (performance.now() - startedAtMs) / 1000;
    const { state, row_count, size_bytes } = await getExport(actor, { id });
    const growthMb = (mostBytes - warmBytes) / MEGABYTE;
    const size = `${Math.round((size_bytes ?? 0) / MEGABYTE)} MB in ${Math.round(seconds)} s`;
    if (state !== "COMPLETED") throw new Error(`The export is ${state}`);
    report(`${row_count} payments as ${format}, ${size}: growth of memory in MB`, growthMb, { atMost: MOST_GROWTH_MB });
    console.log(`    at most ${Math.round(mostBytes / MEGABYTE)} MB in all`);
  }
}
