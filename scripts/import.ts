import path from "node:path";
import { readFileLines } from "@/lib/imports/lines";
import { type ImportCounts, runImport } from "@/lib/imports/run";
import type { ImportMapping } from "@/lib/imports/schema";
import { type PlainImport, withTarget } from "@/lib/jobs/import-target";
import type { Permission } from "@/lib/permissions";
import { closeDoors } from "@/lib/tenant-db";
import { runCommand, withDatabase } from "./cli";
import { readMappingFile } from "./import/mapping-file";
import { progressDisplay } from "./import/progress";
import { RefusalReport } from "./import/refusal-report";
import { OperatorError } from "./operator-error";
import { tenantActor } from "./tenant-actor";

const HELP = `
npm run import -- payment-intents --tenant SLUG --file FILE --mapping FILE [--dry-run] [--report FILE]
npm run import -- accounts        --tenant SLUG --file FILE --mapping FILE [--dry-run] [--report FILE]

Imports a CSV file, plain or gzip, as a mapping file says (docs/importing.md). A line is never imported twice: run it
again after a fault, or with lines added. Refused lines go to a CSV file with line number, column and reason.

  --tenant SLUG    whose records they become
  --file FILE      the CSV file; its first line names the columns
  --mapping FILE   how columns become fields, as JSON
  --dry-run        does everything but write
  --report FILE    where refused lines go (default: NAME.refused.csv in the current folder)
  --help           this text

Exit code: 0 all lines are imported, 1 some were refused or the import failed, 2 an unknown option.

Example: npm run import -- payment-intents --tenant aurora --file bookings.csv.gz \\
           --mapping prisma/import/hotel-bookings.mapping.json --dry-run
`;

const PERMISSIONS: readonly Permission[] = ["payment_intents:import", "accounts:read", "accounts:write"];

interface Arguments {
  tenant: string;
  file: string;
  mapping: ImportMapping;
  report: string;
  dryRun: boolean;
}

async function importFile({ tenant, file, mapping, report: reportFile, dryRun }: Arguments): Promise<void> {
  const actor = await tenantActor(tenant, "import", PERMISSIONS);
  const newAccounts: string[] = [];
  const report = new RefusalReport(reportFile);
  const progress = progressDisplay();
  try {
    const options: PlainImport = {
      mapping,
      fileName: path.basename(file).slice(-255),
      read: () => readFileLines(file, mapping.delimiter),
      dryRun,
      onProgress: (state) => progress.show(state),
      onRefusal: (refusal) => report.add(refusal),
    };
    const counts = await withTarget(
      actor,
      options,
      (name) => void newAccounts.push(name),
      (complete) => runImport(actor, complete),
    );
    progress.stop();
    summarise(counts, newAccounts, dryRun);
  } finally {
    progress.stop();
    const written = report.close();
    if (written) {
      console.log(`The refused lines and their reasons are in ${written}`);
      process.exitCode = 1;
    }
  }
}

function summarise(counts: ImportCounts, newAccounts: readonly string[], dryRun: boolean): void {
  const { lines, imported, skipped, refused } = counts;
  const would = dryRun ? "would be " : "";
  console.log(`${lines} lines: ${imported} ${would}imported, ${skipped} already there, ${refused} refused.`);
  if (newAccounts.length > 0)
    console.log(`Accounts that ${dryRun ? "would be" : "were"} made: ${newAccounts.join(", ")}.`);
  if (dryRun) console.log("Nothing was written: this was a dry run.");
}

/** npm runs commands in the repository's folder; a person's paths start from where they stand. */
function callersPath(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

await runCommand({
  help: HELP,
  options: {
    tenant: { type: "string" },
    file: { type: "string" },
    mapping: { type: "string" },
    report: { type: "string" },
    "dry-run": { type: "boolean", default: false },
  },
  allowPositionals: true,
  async run({ values, positionals }) {
    const { tenant, file, mapping } = values;
    const [resource, ...others] = positionals;
    if (others.length > 0 || (resource !== "payment-intents" && resource !== "accounts"))
      throw new OperatorError("Say what to import: npm run import -- payment-intents …, or accounts …");
    if (!tenant || !file || !mapping) throw new OperatorError("--tenant, --file and --mapping are needed; see --help.");
    const checked: Arguments = {
      tenant,
      file: callersPath(file),
      mapping: readMappingFile(callersPath(mapping)),
      report: callersPath(values.report ?? `${path.basename(file)}.refused.csv`),
      dryRun: values["dry-run"] ?? false,
    };
    await withDatabase(async () => {
      try {
        if (checked.mapping.resource !== resource.replace("-", "_"))
          throw new OperatorError(`The mapping is for ${checked.mapping.resource}, not for ${resource}.`);
        await importFile(checked);
      } finally {
        await closeDoors();
      }
    });
  },
});
