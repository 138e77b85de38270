import os from "node:os";
import path from "node:path";
import { TEST_APP_SECRET } from "./app-secret";

// Runs before each test file: what lib/env.ts demands of every process.
process.env.APP_SECRET = TEST_APP_SECRET;
process.env.LOG_LEVEL = "silent";
// Each worker has its own; the machine clears its temporary folder.
process.env.DOCUMENTS_FOLDER = path.join(os.tmpdir(), `bulkhead-test-documents-${process.pid}`);
// Nothing listens there: a test that reaches a database opens its own doors.
process.env.TENANT_DATABASE_URL = "postgresql://tenant_user@127.0.0.1:1/none";
process.env.PLATFORM_DATABASE_URL = "postgresql://platform_admin@127.0.0.1:1/none";
