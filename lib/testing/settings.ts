import os from "node:os";
import path from "node:path";
import { TEST_APP_SECRET } from "./app-secret";

// Runs before each test file: what lib/env.ts demands of every process.
process.env.APP_SECRET = TEST_APP_SECRET;
process.env.LOG_LEVEL = "silent";
// Admins of tests have no authenticator; those of the second factor set it.
process.env.ADMIN_SECOND_FACTOR = "off";
// The sandbox decides at once; Stripe is a stub of the test that wants one.
process.env.SANDBOX_DELAY_MS = "0";
process.env.STRIPE_SECRET_KEY = "sk_test_only_for_tests";
process.env.STRIPE_WEBHOOK_SECRET = "whsec_only_for_tests_1234";
process.env.STRIPE_API_URL = "http://127.0.0.1:1";
// Receivers of webhooks are on this machine.
process.env.WEBHOOK_ALLOW_LOOPBACK = "on";
// Each worker has its own; the machine clears its temporary folder.
process.env.DOCUMENTS_FOLDER = path.join(os.tmpdir(), `bulkhead-test-documents-${process.pid}`);
// Tests send more than any client would; those of the limits set them.
process.env.RATE_LIMIT_PER_KEY = "0";
process.env.RATE_LIMIT_PER_TENANT = "0";
process.env.RATE_LIMIT_PER_ADDRESS = "0";
// Nothing listens there: a test that reaches a database opens its own doors.
process.env.TENANT_DATABASE_URL = "postgresql://tenant_user@127.0.0.1:1/none";
process.env.PLATFORM_DATABASE_URL = "postgresql://platform_admin@127.0.0.1:1/none";
