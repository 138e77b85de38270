import { explain, runCommand } from "@/scripts/cli";
import { OperatorError } from "@/scripts/operator-error";
import { generateClient } from "@/scripts/start/build";
import type { Counts } from "./counts";
import { SUITES } from "./suites";

const HELP = `
npm test                         runs everything
npm test -- --only unit,db       runs some of it: ${Object.keys(SUITES).join(", ")}

TEST_DATABASE_URL   server for the database tests (owner's login); without it a throw-away one is started
TEST_EXCEPT         beginnings of the paths of unit and database tests to leave out, such as lib/isolation/,scripts/
CHROMIUM_PATH       browser for the browser tests; without it the system's is looked for, and installed if missing
`;

const stopping = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stopping.abort());

async function runSuite(name: string): Promise<Counts> {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 100 - name.length))}`);
  const startedAt = performance.now();
  let counts: Counts;
  try {
    counts = (await SUITES[name]?.(stopping.signal)) ?? { passed: 0, failed: 1 };
  } catch (error) {
    if (stopping.signal.aborted) throw error;
    console.error(explain(error));
    counts = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${counts.failed === 0 ? "✓" : "✗"} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
  );
  return counts;
}

await runCommand({
  help: HELP,
  options: { only: { type: "string" } },
  async run({ values }) {
    const names = values.only?.split(",") ?? Object.keys(SUITES);
    const unknown = names.find((name) => !Object.hasOwn(SUITES, name));
    if (unknown !== undefined) {
      throw new OperatorError(`There is no suite "${unknown}": choose of ${Object.keys(SUITES).join(", ")}.`);
    }
    await generateClient(stopping.signal);
    const results = new Map<string, Counts>();
    for (const name of names) results.set(name, await runSuite(name));
    console.log("");
    for (const [name, { passed, failed }] of results) {
      console.log(`${failed === 0 ? "✓" : "✗"} ${name.padEnd(10)} ${passed} passed, ${failed} failed`);
    }
    const total = (kind: keyof Counts) => [...results.values()].reduce((sum, counts) => sum + counts[kind], 0);
    console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
    if (total("failed") > 0) process.exitCode = 1;
  },
});
process.exit();
