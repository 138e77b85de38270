/** Stands in for APP_SECRET in tests; the passwords of the test databases' roles are derived from it. */
export const TEST_APP_SECRET = "only-for-tests-only-for-tests-only-for-tests";
