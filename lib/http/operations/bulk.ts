import { bulkInput, bulkReport } from "../../bulk";
import { changeMetadataInput } from "../../payment-intents/bulk-schema";
import type { Operation } from "../operation";

/** What all operations on many records have in common. */
export const BULK = {
  method: "post",
  description:
    "Each record by the same rules as alone, in a transaction of its own; the answer says of each what came of it. " +
    "Sent again, it does no harm.",
  body: bulkInput,
  reply: bulkReport,
} as const;

/** What many records are done at once. */
export const bulkOperations = {
  cancelPaymentIntents: {
    ...BULK,
    path: "/api/v1/payment_intents/bulk_cancel",
    operationId: "bulkCancelPaymentIntents",
    summary: "Cancel payment intents that are not settled",
    tag: "Payment intents",
    permission: "payment_intents:write",
  },
  changePaymentMetadata: {
    ...BULK,
    path: "/api/v1/payment_intents/bulk_metadata",
    operationId: "bulkChangePaymentMetadata",
    summary: "Set and remove metadata keys of payment intents",
    tag: "Payment intents",
    permission: "payment_intents:write",
    body: changeMetadataInput,
  },
  deleteAccounts: {
    ...BULK,
    path: "/api/v1/accounts/bulk_delete",
    operationId: "bulkDeleteAccounts",
    summary: "Delete accounts that have none below them",
    tag: "Accounts",
    permission: "accounts:write",
  },
  restoreAccounts: {
    ...BULK,
    path: "/api/v1/accounts/bulk_restore",
    operationId: "bulkRestoreAccounts",
    summary: "Bring deleted accounts back",
    tag: "Accounts",
    permission: "accounts:write",
  },
  deleteDocuments: {
    ...BULK,
    path: "/api/v1/documents/bulk_delete",
    operationId: "bulkDeleteDocuments",
    summary: "Delete versions of documents",
    tag: "Documents",
    permission: "documents:write",
  },
  restoreDocuments: {
    ...BULK,
    path: "/api/v1/documents/bulk_restore",
    operationId: "bulkRestoreDocuments",
    summary: "Bring deleted versions of documents back",
    tag: "Documents",
    permission: "documents:write",
  },
  revokeApiKeys: {
    ...BULK,
    path: "/api/v1/api_keys/bulk_revoke",
    operationId: "bulkRevokeApiKeys",
    summary: "End API keys at once",
    tag: "Access keys",
    permission: "api_keys:write",
    isSessionOnly: true,
  },
  cancelRefunds: {
    ...BULK,
    path: "/api/v1/refunds/bulk_cancel",
    operationId: "bulkCancelRefunds",
    summary: "Call refunds off that are not with the provider yet",
    tag: "Refunds",
    permission: "refunds:create",
  },
  revokeInvitations: {
    ...BULK,
    path: "/api/v1/invitations/bulk_revoke",
    operationId: "bulkRevokeInvitations",
    summary: "Take invitations back",
    tag: "Team",
    permission: "members:write",
    isSessionOnly: true,
  },
  deactivateMembers: {
    ...BULK,
    path: "/api/v1/members/bulk_deactivate",
    operationId: "bulkDeactivateMembers",
    summary: "Deactivate members",
    tag: "Team",
    permission: "members:write",
    isSessionOnly: true,
  },
  restoreMembers: {
    ...BULK,
    path: "/api/v1/members/bulk_restore",
    operationId: "bulkRestoreMembers",
    summary: "Let deactivated members in again",
    tag: "Team",
    permission: "members:write",
    isSessionOnly: true,
  },
  resendWebhookDeliveries: {
    ...BULK,
    path: "/api/v1/webhook_deliveries/bulk_resend",
    operationId: "bulkResendWebhookDeliveries",
    summary: "Send webhook deliveries again",
    tag: "Webhooks",
    permission: "webhooks:write",
  },
} as const satisfies Record<string, Operation>;
