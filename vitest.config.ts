import os from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;
const alias = [
  { find: "@", replacement: root },
  { find: /^next-intl(?:\/server)?$/, replacement: path.join(root, "lib/testing/next-intl.ts") },
];
const except = process.env.TEST_EXCEPT?.split(",") ?? [];
const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**", ...except.map((start) => `${start}*`)];
const setupFiles = "lib/testing/settings.ts";
// A busy machine may be late once; what fails twice is wrong.
const retry = process.env.CI ? 1 : 0;

/** Those that take longest begin first, or one of them would run alone in the end while the other cores wait. */
const LONGEST = ["lib/isolation/mutate.db.test.ts", "app/api/v1/fuzz.db.test.ts", "scripts/client/client.db.test.ts"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One for each core: vitest would leave one free, but a database test waits for PostgreSQL half of its time.
    maxWorkers: Math.max(2, os.availableParallelism()),
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          retry,
          setupFiles,
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          // Some read every source there is.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          retry,
          setupFiles,
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: "lib/testing/global-setup.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
