"use server";

import { deleteAccounts, restoreAccounts } from "@/lib/accounts/bulk";
import { revokeApiKeys } from "@/lib/api-keys/bulk";
import { bulkInput } from "@/lib/bulk";
import { deleteDocuments, restoreDocuments } from "@/lib/documents/bulk";
import { tenantAction } from "@/lib/http/action";
import { revokeInvitations } from "@/lib/invitations/bulk";
import { deactivateMembers, restoreMembers } from "@/lib/members/bulk";
import { cancelPaymentIntents, changePaymentMetadata } from "@/lib/payment-intents/bulk";
import { changeMetadataInput } from "@/lib/payment-intents/bulk-schema";
import { cancelRefunds } from "@/lib/refunds/bulk";
import { resendWebhookDeliveries } from "@/lib/webhook-endpoints/bulk";
import { findMatching, findMatchingInput } from "./find-matching";

export const cancelPaymentsAction = tenantAction(bulkInput, cancelPaymentIntents);
export const changeMetadataAction = tenantAction(changeMetadataInput, changePaymentMetadata);
export const deleteAccountsAction = tenantAction(bulkInput, deleteAccounts);
export const restoreAccountsAction = tenantAction(bulkInput, restoreAccounts);
export const deleteDocumentsAction = tenantAction(bulkInput, deleteDocuments);
export const restoreDocumentsAction = tenantAction(bulkInput, restoreDocuments);
export const revokeKeysAction = tenantAction(bulkInput, revokeApiKeys);
export const cancelRefundsAction = tenantAction(bulkInput, cancelRefunds);
export const revokeInvitationsAction = tenantAction(bulkInput, revokeInvitations);
export const deactivateMembersAction = tenantAction(bulkInput, deactivateMembers);
export const restoreMembersAction = tenantAction(bulkInput, restoreMembers);
export const resendDeliveriesAction = tenantAction(bulkInput, resendWebhookDeliveries);
export const findMatchingAction = tenantAction(findMatchingInput, findMatching, { keepsPage: true });
