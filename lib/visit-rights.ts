import type { Permission } from "./permissions";

// What a platform admin who steps into a tenant may do there: as little as helping takes. Not among it, whoever agrees:
// customers' personal data, documents (nothing in a file can be masked), making refunds, and changing who may do what or where data goes:
// members, roles, access keys, webhook endpoints, settings.

/** From the beginning. */
const READING: readonly Permission[] = [
  "accounts:read",
  "payment_intents:read",
  "refunds:read",
  "audit_logs:read",
  "api_keys:read",
  "webhooks:read",
  "members:read",
  "roles:read",
  "settings:read",
];

/** Besides, once a second platform admin has agreed. */
const WRITING: readonly Permission[] = ["accounts:write", "payment_intents:write"];

/** All that a visit may do at present. */
export function visitPermissions(isWriting: boolean): Set<Permission> {
  return new Set([...READING, ...(isWriting ? WRITING : [])]);
}
