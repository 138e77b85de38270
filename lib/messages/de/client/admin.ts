import adminAudit from "./admin-audit.json";
import adminMail from "./admin-mail.json";
import adminSystem from "./admin-system.json";
import adminTemplates from "./admin-templates.json";
import adminTenants from "./admin-tenants.json";
import adminUsers from "./admin-users.json";
import auditLogs from "./audit-logs.json";
import permissions from "./permissions.json";
import platform from "./platform.json";
import settings from "./settings.json";
import visits from "./visits.json";

/** Texts that the browser gets on the pages of the platform. */
export const admin = {
  adminAudit,
  adminMail,
  adminSystem,
  adminTemplates,
  adminTenants,
  adminUsers,
  auditLogs,
  permissions,
  platform,
  settings,
  visits,
};
