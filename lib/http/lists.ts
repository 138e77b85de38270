import { accountList } from "../accounts/schema";
import { apiKeyList } from "../api-keys/schema";
import { auditLogList } from "../audit-logs/schema";
import { documentList } from "../documents/schema";
import { importList } from "../imports/record";
import { invitationList } from "../invitations/schema";
import type { ListDefinition } from "../list-query";
import { memberList } from "../members/schema";
import { paymentIntentList } from "../payment-intents/schema";
import type { Permission } from "../permissions";
import { refundList } from "../refunds/schema";
import { requestLogList } from "../request-logs/schema";
import { webhookDeliveryList } from "../webhook-endpoints/delivery-schema";
import { webhookEndpointList } from "../webhook-endpoints/schema";

/** A list of a tenant that people look at: what saved views, exports and search know of it. */
export interface TenantList {
  definition: ListDefinition;
  /** What reading it demands. */
  permission: Permission;
  label: string;
  /** Its page, below the tenant's address. */
  path: string;
}

const LISTS: readonly TenantList[] = [
  {
    definition: paymentIntentList,
    permission: "payment_intents:read",
    label: "Payment intents",
    path: "/payment-intents",
  },
  { definition: refundList, permission: "refunds:read", label: "Refunds", path: "/refunds" },
  { definition: accountList, permission: "accounts:read", label: "Accounts", path: "/accounts" },
  { definition: documentList, permission: "documents:read", label: "Documents", path: "/documents" },
  { definition: importList, permission: "payment_intents:import", label: "Imports", path: "/imports" },
  { definition: auditLogList, permission: "audit_logs:read", label: "Audit log", path: "/audit-logs" },
  { definition: memberList, permission: "members:read", label: "Team", path: "/team" },
  { definition: invitationList, permission: "members:read", label: "Invitations", path: "/team/invitations" },
  { definition: apiKeyList, permission: "api_keys:read", label: "API keys", path: "/api-keys" },
  { definition: requestLogList, permission: "api_keys:read", label: "API requests", path: "/requests" },
  { definition: webhookEndpointList, permission: "webhooks:read", label: "Webhook endpoints", path: "/webhooks" },
  {
    definition: webhookDeliveryList,
    permission: "webhooks:read",
    label: "Webhook deliveries",
    path: "/webhooks/deliveries",
  },
];

/** The lists of a tenant by their name (`payment_intents`), in the order of the navigation. */
export const TENANT_LISTS: ReadonlyMap<string, TenantList> = new Map(LISTS.map((list) => [list.definition.name, list]));
