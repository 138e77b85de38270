import os from "node:os";
import path from "node:path";
import { TEST_APP_SECRET } from "./app-secret";

// Runs before each test file: what lib/env.ts demands of every process.
process.env.APP_SECRET = TEST_APP_SECRET;
process.env.LOG_LEVEL = "silent";
// Each worker has its own; the machine clears its temporary folder.
process.env.DOCUMENTS_FOLDER = path.join(os.tmpdir(), `bulkhead-test-documents-${process.pid}`);
// Tests send more than any client would; those of the limits set them.
process.env.RATE_LIMIT_PER_KEY = "0";
process.env.RATE_LIMIT_PER_TENANT = "0";
process.env.RATE_LIMIT_PER_ADDRESS = "0";
// Nothing listens there: a test that reaches a database opens its own doors.
process.env.TENANT_DATABASE_URL = "postgresql://tenant_user@127.0.0.1:1/none";
process.env.PLATFORM_DATABASE_URL = "postgresql://platform_admin@127.0.0.1:1/none";
