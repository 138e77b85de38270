import access from "./access.json";
import accounts from "./accounts.json";
import adminAudit from "./admin-audit.json";
import adminMail from "./admin-mail.json";
import adminSystem from "./admin-system.json";
import adminTemplates from "./admin-templates.json";
import adminTenants from "./admin-tenants.json";
import adminUsers from "./admin-users.json";
import apiKeys from "./api-keys.json";
import approvals from "./approvals.json";
import auditLogs from "./audit-logs.json";
import command from "./command.json";
import detail from "./detail.json";
import documents from "./documents.json";
import exports from "./exports.json";
import imports from "./imports.json";
import mails from "./mails.json";
import me from "./me.json";
import notices from "./notices.json";
import outside from "./outside.json";
import overview from "./overview.json";
import payments from "./payments.json";
import platform from "./platform.json";
import refunds from "./refunds.json";
import refusal from "./refusal.json";
import requests from "./requests.json";
import roles from "./roles.json";
import settings from "./settings.json";
import signIn from "./sign-in.json";
import team from "./team.json";
import tenant from "./tenant.json";
import versions from "./versions.json";
import webhooks from "./webhooks.json";

/** Texts that only the server writes. */
export const server = {
  access,
  accounts,
  adminAudit,
  adminMail,
  adminSystem,
  adminTemplates,
  adminTenants,
  adminUsers,
  apiKeys,
  approvals,
  auditLogs,
  command,
  detail,
  documents,
  exports,
  imports,
  mails,
  me,
  notices,
  outside,
  overview,
  payments,
  platform,
  refunds,
  refusal,
  requests,
  roles,
  settings,
  signIn,
  team,
  tenant,
  versions,
  webhooks,
};
