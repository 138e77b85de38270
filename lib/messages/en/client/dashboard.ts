import access from "./access.json";
import accounts from "./accounts.json";
import apiKeys from "./api-keys.json";
import approvals from "./approvals.json";
import auditLogs from "./audit-logs.json";
import documents from "./documents.json";
import exports from "./exports.json";
import imports from "./imports.json";
import notices from "./notices.json";
import overview from "./overview.json";
import payments from "./payments.json";
import permissions from "./permissions.json";
import refunds from "./refunds.json";
import requests from "./requests.json";
import roles from "./roles.json";
import settings from "./settings.json";
import team from "./team.json";
import views from "./views.json";
import visits from "./visits.json";
import webhooks from "./webhooks.json";

/** Texts that the browser gets on the pages of a tenant. */
export const dashboard = {
  access,
  accounts,
  apiKeys,
  approvals,
  auditLogs,
  documents,
  exports,
  imports,
  notices,
  overview,
  payments,
  permissions,
  refunds,
  requests,
  roles,
  settings,
  team,
  views,
  visits,
  webhooks,
};
