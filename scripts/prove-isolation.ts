import { writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import pg from "pg";
import { proveAndStore } from "@/lib/isolation/prove";
import { matrixOf } from "@/lib/isolation/report";
import { runCommand, withDatabase } from "./cli";
import { OperatorError } from "./operator-error";
import { startProver } from "./start/prover";

const HELP = `
npm run prove:isolation [-- --json FILE]    proves it once
npm run prove:isolation -- --watch          proves it whenever the system page asks, until Ctrl-C

Proves on the database of DATABASE_URL, or else on this clone's embedded one, that tenants are kept apart: PostgreSQL's
catalogue is checked against the rules, then every table × identity × command is tried across two throw-away tenants
and across a restriction to accounts. All of it happens in one transaction that is rolled back: nothing remains but the
result, which the admin section shows under System → Isolation proof.

The attempts need a superuser, who takes the place of the application's roles; with another owner only the catalogue
is checked. The exit code is 1 if anything is not as it should be.

  --json FILE    writes every single attempt to a file as well
  --watch        for a server that was not started by npm start, which watches by itself
  --help         this text
`;

await runCommand({
  help: HELP,
  options: { json: { type: "string" }, watch: { type: "boolean", default: false } },
  async run({ values }) {
    await withDatabase(({ ownerUrl }) => (values.watch ? watch(ownerUrl) : proveOnce(ownerUrl, values.json)));
  },
});

async function watch(ownerUrl: string): Promise<void> {
  const prover = startProver({ ownerUrl, note: (message) => console.log(message) });
  console.log("Waits for requests of the system page (Ctrl-C ends it).");
  // Nothing else keeps the process alive.
  const staying = setInterval(() => {}, 60_000);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  clearInterval(staying);
  await prover.stop();
}

async function proveOnce(ownerUrl: string, file: string | undefined): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await prove(owner, file);
  } finally {
    await owner.end();
  }
}

async function prove(owner: pg.Client, file: string | undefined): Promise<void> {
  const proof = await proveAndStore(owner, `${userInfo().username} at the command line`);
  if (!proof) throw new OperatorError("Another proof is running on this database: wait for it to end.");
  const { findings, report, problem } = proof;
  for (const { object, problem: what } of findings) console.log(`✗ ${object} ${what}`);
  console.log(`Catalogue: ${findings.length === 0 ? "as the rules demand" : `${findings.length} findings`}.\n`);
  if (report) console.log(matrixOf(report));
  if (file) writeFileSync(file, `${JSON.stringify({ findings, ...report }, null, 2)}\n`);
  if (problem) throw new OperatorError(`${problem}.`);
  if (proof.verdict !== "held") throw new OperatorError("Isolation is broken: see above.");
}
