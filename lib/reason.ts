import { multilineText } from "./validation";

/** Characters of a reason at most. */
export const REASON_LENGTH = 500;

/** Why the platform's staff touch what is a tenant's: the tenant reads it in its own audit log. */
export const reason = multilineText(REASON_LENGTH).meta({
  examples: ["Contract signed, ticket 4711"],
  description: "Why; kept in the audit log, where the tenant reads it too",
});
