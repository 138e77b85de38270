import { documentStorage } from "../documents/storage";
import { sweepOrphanDocuments } from "../documents/sweep";
import { env } from "../env";
import { expireExports, makeExport } from "../exports/make";
import type { JobInput, JobName } from "../job-names";
import { sendMail } from "../mails/send";
import { sendPasswordReset } from "../password-resets/send";
import { providerOf } from "../providers";
import { askApprovalByMail } from "../refunds/approval-mail";
import { expireApproval } from "../refunds/approvals";
import { checkRefund, submitRefund } from "../refunds/jobs";
import { checkWatchedViews } from "../saved-views/watches";
import {
  closeVisits,
  expireAuditLogs,
  expireErasedLogs,
  keepImports,
  keepWebhooks,
  purgeBookkeeping,
  purgeMails,
  retireUnusedKeys,
  upkeep,
} from "../tenant-db";
import { eraseDueTenants } from "../tenant-deletions/erase";
import { expireTenantExports, makeTenantExport } from "../tenant-exports/make";
import { askAboutVisitByMail } from "../visits/mail";
import { deliverWebhook } from "../webhook-endpoints/deliver";
import { fanOutMessages } from "../webhook-endpoints/fan-out";
import { EXPORT_SOURCES } from "./export-sources";
import { checkImport, executeImport, undoImportedLines } from "./imports";
import { PAYMENT_HANDLERS } from "./payments";
import { webhookObjects } from "./webhook-objects";

/** Does the work of one job. It may run more than once, and must then have the effect of once. */
type JobHandler<Name extends JobName> = (input: JobInput<Name>) => Promise<void>;

/** The handler of every job name. */
export const JOB_HANDLERS: { readonly [Name in JobName]: JobHandler<Name> } = {
  "jobs.ping": async () => {},
  "webhooks.fan_out": ({ tenant_id }) => fanOutMessages(ofTenant(tenant_id), webhookObjects),
  "webhooks.deliver": ({ tenant_id, ...job }) => deliverWebhook({ ...job, tenant_id: ofTenant(tenant_id) }),
  "webhooks.keep": () => keepWebhooks(env().webhookLogDays),
  "passwords.send_reset": sendPasswordReset,
  "mails.send": sendMail,
  "mails.purge": () => purgeMails(env().mailLogDays),
  "bookkeeping.purge": () => purgeBookkeeping(env().requestLogDays),
  "database.upkeep": () => upkeep(),
  "tenant_exports.make": async (input) => makeTenantExport(input, await documentStorage()),
  "exports.make": async (input) => makeExport(input, EXPORT_SOURCES, await documentStorage()),
  "exports.expire": async () => expireExports(await documentStorage()),
  "views.watch": () => checkWatchedViews(EXPORT_SOURCES, EXPORT_SOURCES),
  "tenant_exports.expire": async () => expireTenantExports(env().tenantExportDays, await documentStorage()),
  "tenants.erase": async () => eraseDueTenants(await documentStorage()),
  "imports.check": async (input) => checkImport(ofTenant(input.tenant_id), input.import_id, await documentStorage()),
  "imports.run": async (input) => executeImport(ofTenant(input.tenant_id), input.import_id, await documentStorage()),
  "imports.undo": ({ tenant_id, import_id }) => undoImportedLines(ofTenant(tenant_id), import_id),
  "imports.keep": () => keepImports(),
  "documents.sweep": async () => void (await sweepOrphanDocuments()),
  "api_keys.retire": () => retireUnusedKeys(),
  "audit_logs.expire": async () => {
    await expireAuditLogs();
    await expireErasedLogs();
  },
  "visits.ask": askAboutVisitByMail,
  "visits.close": () => closeVisits(),
  "refunds.ask_approval": askApprovalByMail,
  "refunds.expire_approval": expireApproval,
  "refunds.submit": (input) => submitRefund(input, providerOf),
  "refunds.check": (input) => checkRefund(input, providerOf),
  ...PAYMENT_HANDLERS,
};

/** Jobs of the platform that run by the clock: when, in crontab's five fields (UTC), and which. */
export const CRONTAB: readonly { match: string; task: JobName }[] = [
  { match: "* * * * *", task: "payments.sweep" },
  { match: "* * * * *", task: "database.upkeep" },
  { match: "* * * * *", task: "visits.close" },
  { match: "* * * * *", task: "imports.keep" },
  { match: "*/5 * * * *", task: "webhooks.keep" },
  { match: "*/5 * * * *", task: "exports.expire" },
  { match: "*/5 * * * *", task: "views.watch" },
  { match: "*/10 * * * *", task: "tenants.erase" },
  { match: "17 * * * *", task: "bookkeeping.purge" },
  { match: "23 3 * * *", task: "payments.purge_events" },
  { match: "29 3 * * *", task: "api_keys.retire" },
  { match: "35 3 * * *", task: "audit_logs.expire" },
  { match: "41 3 * * *", task: "documents.sweep" },
  { match: "47 3 * * *", task: "tenant_exports.expire" },
  { match: "53 3 * * *", task: "mails.purge" },
];

/** Jobs whose handler waits for somebody else's server: they have places of their own in the worker. */
export const OUTBOUND_JOBS: readonly JobName[] = ["webhooks.deliver", "mails.send"];

/** Jobs that take minutes: they have places of their own too. */
export const LONG_JOBS: readonly JobName[] = ["exports.make"];

function ofTenant(tenantId: string | null): string {
  if (tenantId) return tenantId;
  throw new Error("This job is for one tenant");
}
