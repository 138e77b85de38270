import access from "./access.json";
import accounts from "./accounts.json";
import apiKeys from "./api-keys.json";
import approvals from "./approvals.json";
import documents from "./documents.json";
import exports from "./exports.json";
import imports from "./imports.json";
import notices from "./notices.json";
import overview from "./overview.json";
import payments from "./payments.json";
import refunds from "./refunds.json";
import requests from "./requests.json";
import roles from "./roles.json";
import team from "./team.json";
import views from "./views.json";
import webhooks from "./webhooks.json";

/** Texts that the browser gets on the pages of a tenant. */
export const dashboard = {
  access,
  accounts,
  apiKeys,
  approvals,
  documents,
  exports,
  imports,
  notices,
  overview,
  payments,
  refunds,
  requests,
  roles,
  team,
  views,
  webhooks,
};
