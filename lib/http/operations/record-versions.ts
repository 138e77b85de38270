import { recordVersion, recordVersionInput, recordVersions, recordVersionsInput } from "../../record-versions/schema";
import type { Operation } from "../operation";

const PERMISSIONS =
  "It takes the permission for such records: `payment_intents:read`, `accounts:read`, `refunds:read`, `documents:read`, " +
  "`members:read`, `api_keys:read` or `webhooks:read`.";

export const recordVersionOperations = {
  get: {
    method: "get",
    path: "/api/v1/record_version",
    operationId: "getRecordVersion",
    summary: "A record as it was at a moment",
    description: `Rebuilt from the audit log. ${PERMISSIONS}`,
    tag: "Audit log",
    permission: null,
    query: recordVersionInput,
    reply: recordVersion,
  },
  list: {
    method: "get",
    path: "/api/v1/record_versions",
    operationId: "listRecordVersions",
    summary: "The moments at which a record became another",
    description: `Ask \`/api/v1/record_version\` with the \`at\` of one of them for the record from then on. ${PERMISSIONS}`,
    tag: "Audit log",
    permission: null,
    query: recordVersionsInput,
    reply: recordVersions,
  },
} as const satisfies Record<string, Operation>;
