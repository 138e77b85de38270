import os from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const alias = [
  { find: "@", replacement: root },
  { find: /^next-intl(?:\/server)?$/, replacement: path.join(root, "lib/testing/next-intl.ts") },
];
const exclude = ["node_modules/**", ".next/**", ".data/**", "e2e/**"];
const setupFiles = "lib/testing/settings.ts";
// A busy machine may be late once; what fails twice is wrong.
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  test: {
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
