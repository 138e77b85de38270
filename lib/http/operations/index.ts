import type { Operation } from "../operation";
import { accessOperations } from "./access";
import { accountOperations } from "./accounts";
import { adminAuditLogOperations } from "./admin-audit-logs";
import { adminBulkOperations } from "./admin-bulk";
import { adminIsolationProofOperations } from "./admin-isolation-proofs";
import { adminJobOperations } from "./admin-jobs";
import { adminPlatformTotalOperations } from "./admin-platform-totals";
import { adminSearchOperations } from "./admin-search";
import { adminSystemOperations } from "./admin-system";
import { adminTemplateOperations } from "./admin-templates";
import { adminTenantDeletionOperations } from "./admin-tenant-deletions";
import { adminTenantExportOperations } from "./admin-tenant-exports";
import { adminTenantNoteOperations } from "./admin-tenant-notes";
import { adminTenantSwitchOperations } from "./admin-tenant-switches";
import { adminTenantOperations } from "./admin-tenants";
import { adminUserOperations } from "./admin-users";
import { adminVisitOperations } from "./admin-visits";
import { apiKeyOperations } from "./api-keys";
import { auditLogOperations } from "./audit-logs";
import { bulkOperations } from "./bulk";
import { documentOperations } from "./documents";
import { exportOperations } from "./exports";
import { importMappingOperations } from "./import-mappings";
import { importOperations } from "./imports";
import { invitationOperations } from "./invitations";
import { listPreferenceOperations } from "./list-preferences";
import { memberOperations } from "./members";
import { noticeChoiceOperations } from "./notice-choices";
import { noticeOperations } from "./notices";
import { paymentIntentOperations } from "./payment-intents";
import { profileOperations } from "./profile";
import { providerWebhookOperations } from "./provider-webhooks";
import { publicOperations } from "./public";
import { recordVersionOperations } from "./record-versions";
import { refundStopOperations } from "./refund-stops";
import { refundOperations } from "./refunds";
import { requestLogOperations } from "./request-logs";
import { roleOperations } from "./roles";
import { savedViewOperations } from "./saved-views";
import { searchOperations } from "./search";
import { sessionOperations } from "./sessions";
import { tenantOperations } from "./tenant";
import { visitOperations } from "./visits";
import { webhookOperations } from "./webhooks";
import { whoamiOperations } from "./whoami";

/** Every operation of the API, in the order of the reference page. A test holds route files and this list equal. */
export const OPERATIONS: readonly Operation[] = [
  accountOperations,
  paymentIntentOperations,
  refundOperations,
  refundStopOperations,
  documentOperations,
  importOperations,
  importMappingOperations,
  auditLogOperations,
  recordVersionOperations,
  requestLogOperations,
  memberOperations,
  invitationOperations,
  roleOperations,
  accessOperations,
  apiKeyOperations,
  bulkOperations,
  noticeOperations,
  tenantOperations,
  visitOperations,
  webhookOperations,
  providerWebhookOperations,
  savedViewOperations,
  exportOperations,
  searchOperations,
  whoamiOperations,
  profileOperations,
  listPreferenceOperations,
  noticeChoiceOperations,
  sessionOperations,
  publicOperations,
  adminTenantOperations,
  adminTenantNoteOperations,
  adminTenantSwitchOperations,
  adminTenantExportOperations,
  adminTenantDeletionOperations,
  adminTemplateOperations,
  adminPlatformTotalOperations,
  adminUserOperations,
  adminSearchOperations,
  adminVisitOperations,
  adminAuditLogOperations,
  adminSystemOperations,
  adminJobOperations,
  adminBulkOperations,
  adminIsolationProofOperations,
].flatMap((group): Operation[] => Object.values(group));
