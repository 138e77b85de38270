import { writeFileSync } from "node:fs";
import pg from "pg";
import { checkCatalogue } from "@/lib/isolation/catalogue";
import { runProbe } from "@/lib/isolation/probe";
import { matrixOf } from "@/lib/isolation/report";
import { runCommand, withDatabase } from "./cli";
import { OperatorError } from "./operator-error";

const HELP = `
npm run prove:isolation [-- --json FILE]

Proves on the database of DATABASE_URL, or else on this clone's embedded one, that tenants are kept apart: PostgreSQL's
catalogue is checked against the rules, then every table × identity × command is tried across two throw-away tenants
and across a restriction to accounts. All of it happens in one transaction that is rolled back: nothing remains.

The attempts need a superuser, who takes the place of the application's roles; with another owner only the catalogue
is checked. The exit code is 1 if anything is not as it should be.

  --json FILE    writes every single attempt to a file as well
  --help         this text
`;

await runCommand({
  help: HELP,
  options: { json: { type: "string" } },
  async run({ values }) {
    await withDatabase(async ({ ownerUrl }) => {
      const owner = new pg.Client({ connectionString: ownerUrl });
      await owner.connect();
      try {
        await prove(owner, values.json);
      } finally {
        await owner.end();
      }
    });
  },
});

async function prove(owner: pg.Client, file: string | undefined): Promise<void> {
  const findings = await checkCatalogue(owner);
  for (const { object, problem } of findings) console.log(`✗ ${object} ${problem}`);
  console.log(`Catalogue: ${findings.length === 0 ? "as the rules demand" : `${findings.length} findings`}.\n`);
  const { rows } = await owner.query<{ super: boolean }>(
    "select rolsuper as super from pg_roles where rolname = session_user",
  );
  if (!rows[0]?.super) {
    throw new OperatorError(
      "The owner in DATABASE_URL is no superuser: only the catalogue was checked, nothing was tried.",
    );
  }
  const report = await runProbe(owner);
  console.log(matrixOf(report));
  if (file) writeFileSync(file, `${JSON.stringify({ findings, ...report }, null, 2)}\n`);
  if (findings.length + report.wrong.length > 0) throw new OperatorError("Isolation is broken: see above.");
}
