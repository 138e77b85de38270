import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countExitCode, countPlaywright, countVitest } from "./counts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bulkhead-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("a check counts as one test", () => {
  expect([countExitCode(0), countExitCode(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test("tests are counted as the runners report them", () => {
  expect(countVitest(report({ numPassedTests: 7, numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2 });
  const stats = { expected: 5, unexpected: 1, flaky: 1 };
  expect(countPlaywright(report({ stats }), 1)).toEqual({ passed: 6, failed: 1 });
});

test("a run that broke besides its tests does not look like success", () => {
  expect(countVitest(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toEqual({ passed: 7, failed: 1 });
  expect(countVitest(path.join(folder, "missing.json"), 1)).toEqual({ passed: 0, failed: 1 });
});

test("a run without a single test does not look like success", () => {
  expect(countVitest(report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toEqual({ passed: 0, failed: 1 });
});
