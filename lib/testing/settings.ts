import { TEST_APP_SECRET } from "./app-secret";

// Runs before each test file: what lib/env.ts demands of every process.
process.env.APP_SECRET = TEST_APP_SECRET;
process.env.LOG_LEVEL = "silent";
