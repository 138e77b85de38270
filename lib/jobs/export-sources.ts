import type { z } from "zod";
import { listAccounts } from "../accounts/queries";
import { account, accountList } from "../accounts/schema";
import type { TenantActor } from "../actor";
import { listApiKeys } from "../api-keys/queries";
import { apiKey, apiKeyList } from "../api-keys/schema";
import { listAuditLogs } from "../audit-logs/queries";
import { auditLog, auditLogList } from "../audit-logs/schema";
import { listDocuments } from "../documents/queries";
import { document, documentList } from "../documents/schema";
import type { ExportSource, ExportSources } from "../exports/sources";
import { listImports } from "../imports/queries";
import { importList, importRecord } from "../imports/record";
import { listInvitations } from "../invitations/queries";
import { invitation, invitationList } from "../invitations/schema";
import type { ListDefinition, ListQuery, Page } from "../list-query";
import { listMembers } from "../members/queries";
import { member, memberList } from "../members/schema";
import { listPaymentIntents } from "../payment-intents/queries";
import { paymentIntent, paymentIntentList } from "../payment-intents/schema";
import type { Permission } from "../permissions";
import { listRefunds } from "../refunds/queries";
import { refund, refundList } from "../refunds/schema";
import { listRequestLogs } from "../request-logs/queries";
import { requestLog, requestLogList } from "../request-logs/schema";
import { listWebhookDeliveries } from "../webhook-endpoints/delivery-queries";
import { webhookDelivery, webhookDeliveryList } from "../webhook-endpoints/delivery-schema";
import { listWebhookEndpoints } from "../webhook-endpoints/queries";
import { webhookEndpoint, webhookEndpointList } from "../webhook-endpoints/schema";
import { type ColumnMaker, columnsOf } from "./export-columns";

/** Ties a list to the query that its page and the API use. */
function source<D extends ListDefinition, S extends z.ZodObject>(
  definition: D,
  permission: Permission,
  label: string,
  item: S,
  read: (actor: TenantActor, query: ListQuery<D>) => Promise<Page<z.output<S>>>,
  columns: (make: ColumnMaker<z.output<S>>) => ExportSource["columns"],
): ExportSource {
  return {
    definition,
    permission,
    label,
    item,
    columns: columnsOf(columns),
    // A query is made for the list that it names, and this one is looked up by that name.
    read: (actor, query) => read(actor, query as ListQuery<D>),
  };
}

const names = (parts: readonly { name: string }[]) => parts.map(({ name }) => name).join(", ");

/** Chosen accounts, or that there is no restriction. */
const reach = ({
  restricted_to_accounts,
  accounts,
}: {
  restricted_to_accounts: boolean;
  accounts: { name: string }[];
}) => (restricted_to_accounts ? names(accounts) : "All accounts");

const SOURCES: readonly ExportSource[] = [
  source(paymentIntentList, "payment_intents:read", "Payment intents", paymentIntent, listPaymentIntents, (c) => [
    c.text("reference", "Reference", (one) => one.reference),
    c.money("amount", "Amount", (one) => [one.amount, one.currency]),
    c.text("status", "Status", (one) => one.status),
    c.text("account", "Account", (one) => one.account.name),
    c.text("customer_email", "Customer", (one) => one.customer_email),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.money("refunded_amount", "Refunded", (one) => [one.refunded_amount, one.currency]),
    c.hidden.money("processing", "Processing amount", (one) => [one.processing_amount, one.processing_currency]),
    c.hidden.money("billing", "Billing amount", (one) => [one.billing_amount, one.billing_currency]),
    c.hidden.text("customer_phone", "Phone", (one) => one.customer_phone),
    c.hidden.text("failure_reason", "Failure reason", (one) => one.failure_reason),
    c.hidden.text("provider", "Provider", (one) => one.provider),
    c.hidden.text("provider_reference", "Provider reference", (one) => one.provider_reference),
    c.hidden.json("metadata", "Metadata", (one) => one.metadata),
    c.hidden.time("updated_at", "Updated", (one) => one.updated_at),
    c.hidden.text("account_id", "Account id", (one) => one.account.id),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(refundList, "refunds:read", "Refunds", refund, listRefunds, (c) => [
    c.text("payment_intent", "Payment", (one) => one.payment_intent.reference ?? one.payment_intent.id),
    c.money("amount", "Amount", (one) => [one.amount, one.currency]),
    c.text("status", "Status", (one) => one.status),
    c.text("account", "Account", (one) => one.account.name),
    c.text("reason", "Reason", (one) => one.reason),
    c.text("requested_by", "Requested by", (one) => one.requested_by?.name ?? null),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.text("approval", "Approval", (one) => one.approval?.status ?? null),
    c.hidden.text("waits", "Waits for", (one) => one.pending_reason),
    c.hidden.text("failure_reason", "Failure reason", (one) => one.failure_reason),
    c.hidden.text("comment", "Comment", (one) => one.comment),
    c.hidden.text("payment_intent_id", "Payment id", (one) => one.payment_intent.id),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(accountList, "accounts:read", "Accounts", account, listAccounts, (c) => [
    c.text("name", "Name", (one) => one.name),
    c.text("display_name", "Display name", (one) => one.display_name),
    c.text("parent", "Account above", (one) => one.parent?.name ?? null),
    c.text("currency", "Currency", (one) => one.currency.code),
    c.text("payout_currency", "Payout", (one) => one.payout_currency?.code ?? null),
    c.text("country", "Country", (one) => one.country?.code ?? null),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.text("terms_and_conditions_url", "Terms and conditions", (one) => one.terms_and_conditions_url),
    c.hidden.json("metadata", "Metadata", (one) => one.metadata),
    c.hidden.time("deleted_at", "Deleted", (one) => one.deleted_at),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(documentList, "documents:read", "Documents", document, listDocuments, (c) => [
    c.text("title", "Title", (one) => one.title),
    c.text("content_type", "Type", (one) => one.content_type),
    c.number("size_bytes", "Size", (one) => one.size_bytes),
    c.text("account", "Account", (one) => one.account?.name ?? null),
    c.text("payment_intent", "Payment", (one) => one.payment_intent?.reference ?? one.payment_intent?.id ?? null),
    c.text("uploaded_by", "Uploaded by", (one) => one.uploaded_by?.name ?? null),
    c.time("created_at", "Uploaded", (one) => one.created_at),
    c.hidden.text("file_name", "File name", (one) => one.file_name),
    c.hidden.number("version", "Version", (one) => one.version),
    c.hidden.text("content_hash", "SHA-256", (one) => one.content_hash),
    c.hidden.json("metadata", "Metadata", (one) => one.metadata),
    c.hidden.time("deleted_at", "Deleted", (one) => one.deleted_at),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(importList, "payment_intents:import", "Imports", importRecord, listImports, (c) => [
    c.text("file_name", "File", (one) => one.file_name),
    c.text("resource", "Becomes", (one) => one.resource),
    c.text("status", "Status", (one) => one.status),
    c.text("requested_by", "By", (one) => one.requested_by?.name ?? null),
    c.time("created_at", "Uploaded", (one) => one.created_at),
    c.time("finished_at", "Finished", (one) => one.finished_at),
    c.hidden.number("imported_count", "Imported", (one) => one.imported_count),
    c.hidden.number("skipped_count", "Skipped", (one) => one.skipped_count),
    c.hidden.number("refused_count", "Refused", (one) => one.refused_count),
    c.hidden.text("source", "Source", (one) => one.source),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(auditLogList, "audit_logs:read", "Audit log", auditLog, listAuditLogs, (c) => [
    c.time("created_at", "When", (one) => one.created_at),
    c.text("title", "Change", (one) => `${one.table_name} ${one.action}`),
    c.text("recordName", "Record", (one) => one.record_id),
    c.text("fields", "Fields", (one) => Object.keys(one.new_values ?? one.old_values ?? {}).join(", ")),
    c.text("actor_label", "Who", (one) => one.actor_label),
    c.text("ip_address", "Address", (one) => one.ip_address),
    c.hidden.text("actor_kind", "Kind of actor", (one) => one.actor_kind),
    c.hidden.text("operation", "Operation", (one) => one.operation),
    c.hidden.text("reason", "Reason", (one) => one.reason),
    c.hidden.text("request_id", "Request", (one) => one.request_id),
    c.hidden.text("user_agent", "User agent", (one) => one.user_agent),
    c.hidden.json("old_values", "Before", (one) => one.old_values),
    c.hidden.json("new_values", "After", (one) => one.new_values),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(memberList, "members:read", "Team", member, listMembers, (c) => [
    c.text("name", "Name", (one) => one.name),
    c.text("email", "E-mail", (one) => one.email),
    c.text("roles", "Roles", (one) => names(one.roles)),
    c.text("accounts", "Accounts", reach),
    c.time("last_login", "Last sign-in", (one) => one.last_login),
    c.time("created_at", "Joined", (one) => one.created_at),
    c.hidden.text("status", "Status", (one) => one.status),
    c.hidden.time("deleted_at", "Deactivated", (one) => one.deleted_at),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(invitationList, "members:read", "Invitations", invitation, listInvitations, (c) => [
    c.text("email", "E-mail", (one) => one.email),
    c.text("state", "State", (one) => one.state),
    c.text("roles", "Roles", (one) => names(one.roles)),
    c.text("accounts", "Accounts", reach),
    c.text("invited_by", "Invited by", (one) => one.invited_by?.name ?? null),
    c.time("expires_at", "Expires", (one) => one.expires_at),
    c.hidden.time("created_at", "Created", (one) => one.created_at),
    c.hidden.time("accepted_at", "Accepted", (one) => one.accepted_at),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(apiKeyList, "api_keys:read", "API keys", apiKey, listApiKeys, (c) => [
    c.text("name", "Name", (one) => one.name),
    c.text("state", "State", (one) => one.state),
    c.text("key", "Key", (one) => `${one.prefix}…${one.last_four}`),
    c.text("permissions", "Permissions", (one) => one.permissions.join(", ")),
    c.text("accounts", "Accounts", reach),
    c.time("last_used_at", "Last used", (one) => one.last_used_at),
    c.time("expires_at", "Expires", (one) => one.expires_at),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.text("created_by_name", "Created by", (one) => one.created_by_name),
    c.hidden.time("revoked_at", "Revoked", (one) => one.revoked_at),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(requestLogList, "api_keys:read", "API requests", requestLog, listRequestLogs, (c) => [
    c.number("status", "Answer", (one) => one.status),
    c.text("path", "Request", (one) => `${one.method} ${one.path}`),
    c.text("who", "Who", (one) => one.api_key?.name ?? one.user_name),
    c.number("duration_ms", "Duration in ms", (one) => one.duration_ms),
    c.time("created_at", "When", (one) => one.created_at),
    c.text("request_id", "Request id", (one) => one.request_id),
    c.text("ip_address", "Address", (one) => one.ip_address),
    c.hidden.text("error_code", "Error", (one) => one.error_code),
    c.hidden.text("user_agent", "User agent", (one) => one.user_agent),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(webhookEndpointList, "webhooks:read", "Webhook endpoints", webhookEndpoint, listWebhookEndpoints, (c) => [
    c.text("url", "Address", (one) => one.url),
    c.text("status", "Status", (one) => one.status),
    c.text("event_types", "Events", (one) => one.event_types.join(", ")),
    c.text("account", "Account", (one) => one.account?.name ?? "All accounts"),
    c.time("last_success_at", "Last received", (one) => one.last_success_at),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.text("description", "Description", (one) => one.description),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
  source(webhookDeliveryList, "webhooks:read", "Webhook deliveries", webhookDelivery, listWebhookDeliveries, (c) => [
    c.text("event_type", "Event", (one) => one.event_type),
    c.text("status", "Status", (one) => one.status),
    c.number("last_status_code", "Answer", (one) => one.last_status_code),
    c.number("attempt_count", "Tries", (one) => one.attempt_count),
    c.text("endpoint", "Endpoint", (one) => one.webhook_endpoint.url),
    c.time("next_attempt_at", "Next try", (one) => one.next_attempt_at),
    c.time("created_at", "Created", (one) => one.created_at),
    c.hidden.text("last_error", "Error", (one) => one.last_error),
    c.hidden.text("message_id", "Message id", (one) => one.message_id),
    c.hidden.text("id", "Id", (one) => one.id),
  ]),
];

/** The lists of a tenant that can be exported, by their names. */
export const EXPORT_SOURCES: ExportSources = new Map(SOURCES.map((one) => [one.definition.name, one]));
