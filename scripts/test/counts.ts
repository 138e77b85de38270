import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export interface Counts {
  passed: number;
  failed: number;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** A check that is one test by itself. */
export function countExitCode(exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Counts of a Vitest JSON report; a run that failed otherwise than by a test counts as one failure. */
export function countVitest(reportFile: string, exitCode: number): Counts {
  const report = readReport(reportFile, vitestReport);
  return withHiddenFailure({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, exitCode);
}

/** Counts of a Playwright JSON report; a test that passed at its second try counts as passed. */
export function countPlaywright(reportFile: string, exitCode: number): Counts {
  const stats = readReport(reportFile, playwrightReport)?.stats;
  const passed = stats ? stats.expected + stats.flaky : 0;
  return withHiddenFailure({ passed, failed: stats?.unexpected ?? 0 }, exitCode);
}

// A broken set-up, an error outside of tests, or a run without a single test must not look like success.
function withHiddenFailure(counts: Counts, exitCode: number): Counts {
  const hidden = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return hidden ? { ...counts, failed: 1 } : counts;
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}
