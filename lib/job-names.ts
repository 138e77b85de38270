import type { ProviderName } from "./provider-names";

/**
 * Every background job and what it is given. A payload holds ids only: what is true is read when the job runs, and the
 * database adds `tenant_id` to it, or null for work of the platform.
 */
export interface JobPayloads {
  /** Does nothing but answer: shows that the queue runs. */
  "jobs.ping": Record<string, never>;
  /** Has a payment's provider collect it. */
  "payments.confirm": { payment_intent_id: string };
  /** Has a payment's provider call it off. */
  "payments.cancel": { payment_intent_id: string };
  /** Finds out how it stands with a payment that has been without news. */
  "payments.settle": { payment_intent_id: string };
  /** Adds a job for each payment that has been without news for too long. Of the platform, by the clock. */
  "payments.sweep": Record<string, never>;
  /** Works off a provider's webhook. */
  "payments.apply_event": { provider: ProviderName; event_id: string };
  /** Deletes webhooks that were worked off long ago. Of the platform, by the clock. */
  "payments.purge_events": Record<string, never>;
  /** The sandbox provider's own work, which belongs to no tenant: an outcome comes to be; a webhook is sent. */
  "sandbox.settle": { reference: string };
  "sandbox.notify": { event_id: string };
  /** Makes deliveries of what endpoints of the tenant listen to. */
  "webhooks.fan_out": Record<string, never>;
  /** Sends a delivery, if it has had exactly so many tries. */
  "webhooks.deliver": { delivery_id: string; tries: number };
  /** Mails a token for a new password, if anybody has the address of the request. */
  "passwords.send_reset": { reset_id: string };
  /** Sends a mail, where there is a mail server. */
  "mails.send": { mail_id: string };
  /** Deletes mails that are old. Of the platform, by the clock. */
  "mails.purge": Record<string, never>;
  /** Adds jobs for what is overdue, and deletes deliveries whose time is over. */
  "webhooks.keep": Record<string, never>;
  /** Deletes idempotency keys, request logs and windows of rate limits that have outlived their time. */
  "bookkeeping.purge": Record<string, never>;
  /** Makes the audit log's next months, and puts kept totals together. Of the platform, by the clock. */
  "database.upkeep": Record<string, never>;
  /** Revokes access keys that were not used for as long as their tenants say. Of the platform, by the clock. */
  "api_keys.retire": Record<string, never>;
  /** Removes audit rows that are older than their tenants keep them. Of the platform, by the clock. */
  "audit_logs.expire": Record<string, never>;
  /** Writes all data of a tenant into an archive. */
  "tenant_exports.make": { about_tenant_id: string; export_id: string };
  /** Writes the rows of a list into a file, as whoever asked for it. */
  "exports.make": { export_id: string };
  /** Takes files of exports away whose time is over. Of the platform, by the clock. */
  "exports.expire": Record<string, never>;
  /** Looks at watched views whose turn it is, and tells of those that are no longer empty. Of the platform, by the clock. */
  "views.watch": Record<string, never>;
  /** Takes archives away that are old. Of the platform, by the clock. */
  "tenant_exports.expire": Record<string, never>;
  /** Erases the tenants whose deletion is due. Of the platform, by the clock. */
  "tenants.erase": Record<string, never>;
  /** Looks through the file of an import as if it were imported, and writes nothing. */
  "imports.check": { import_id: string };
  /** Imports a file, or goes on with it. */
  "imports.run": { import_id: string };
  /** Takes back what an import has brought. */
  "imports.undo": { import_id: string };
  /** Adds a job for each import that has stood still. Of the platform, by the clock. */
  "imports.keep": Record<string, never>;
  /** Takes away stored files that no document names. Of the platform, by the clock. */
  "documents.sweep": Record<string, never>;
  /** Hands a refund to its payment's provider. */
  "refunds.submit": { refund_id: string };
  /** Tells those who may approve a refund by mail that it waits for them. */
  "refunds.ask_approval": { refund_id: string };
  /** Calls a refund off that nobody has decided on in time. */
  "refunds.expire_approval": { refund_id: string };
  /** Tells those of a tenant who may answer by mail that a platform admin asks to step in. */
  "visits.ask": { visit_id: string; visited_tenant_id: string };
  /** Notes the end of visits that nobody ended. Of the platform, by the clock. */
  "visits.close": Record<string, never>;
  /** Asks the provider about a refund that is still pending; `checks` counts how often it was asked before. */
  "refunds.check": { refund_id: string; checks: number };
}

export type JobName = keyof JobPayloads;

/** What a job is given when it runs. */
export type JobInput<Name extends JobName> = JobPayloads[Name] & { tenant_id: string | null };
