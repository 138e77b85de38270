import { defineConfig } from "@playwright/test";

// Runs against a server that already serves the demo data: `npm test` starts one and sets E2E_BASE_URL.
export default defineConfig({
  testDir: "e2e",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // A busy machine may be late once; what fails twice is wrong. The report names what needed a second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  // What a run leaves behind is kept until the next one of its own project.
  projects: [
    { name: "pages", testIgnore: "gallery/**", outputDir: "test-results/pages" },
    // Against a development server, since production has no gallery: `npm run gallery:photos`.
    { name: "gallery", testMatch: "gallery/**/*.spec.ts", outputDir: "test-results/gallery" },
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    // Recording slows a test down by a fifth: only one that failed is recorded, at its second try.
    trace: "on-first-retry",
    launchOptions: {
      // The system's Chromium where the environment names one, otherwise Playwright's own.
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    },
  },
});
