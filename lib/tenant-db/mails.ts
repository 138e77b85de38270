import type { Locale } from "../locale";
import { type ReadClient, sql, type WriteClient } from "./client";
import { bookkeepingPool } from "./pools";

/** Somebody to write to: the address, and the language that they chose; null: none. */
export interface Addressee {
  email: string;
  locale: Locale | null;
}

/** A mail to one person. Links in it are secrets: it is never logged. */
export interface NewMail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** What it is about, for the list of mails, such as `invitation`. */
  kind: string;
}

/** Stores a mail in this transaction, with the job that sends it: it goes out if and only if the transaction commits. */
export async function queueMail(db: WriteClient, mail: NewMail): Promise<void> {
  await db.rows(
    sql`select app.queue_mail(${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${mail.kind})`,
    "queue_mail",
  );
}

/** The same about a tenant's work, for the platform's staff, who work in no tenant. */
export async function queueTenantMail(db: WriteClient, tenantId: string, mail: NewMail): Promise<void> {
  await db.rows(
    sql`select app.queue_tenant_mail(${tenantId}::uuid, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html ?? null}, ${mail.kind})`,
    "queue_tenant_mail",
  );
}

interface MailToSend {
  to: string;
  subject: string;
  text: string;
  html: string | null;
}

/** What came of sending: `again` is tried again until it was tried often enough. */
export type MailOutcome = "sent" | "kept" | "failed" | "again";

/** A mail that is waiting to be sent; null for one that is not. @throws Error when the database is out of reach */
export async function findMailToSend(mailId: string): Promise<MailToSend | null> {
  const { rows } = await bookkeepingPool().query<MailToSend>(
    `select recipient as "to", subject, body_text as text, body_html as html from app.mail_to_send($1)`,
    [mailId],
  );
  return rows[0] ?? null;
}

/** Notes what came of sending, and answers the mail's status from now on. @throws Error when the database is out of reach */
export async function noteMail(
  mailId: string,
  outcome: MailOutcome,
  reason: string | null,
  mostTries: number,
): Promise<string | null> {
  const { rows } = await bookkeepingPool().query<{ status: string | null }>(
    "select app.note_mail($1, $2, $3, $4) as status",
    [mailId, outcome, reason, mostTries],
  );
  return rows[0]?.status ?? null;
}

/** The body of a mail that stays here for want of a mail server; null for every other. */
export async function readMailBody(
  db: ReadClient,
  mailId: string,
): Promise<{ body_text: string; body_html: string | null } | null> {
  const [row] = await db.rows<{ body_text: string; body_html: string | null }>(
    sql`select body_text, body_html from app.mail_body(${mailId}::uuid)`,
    "mail_body",
  );
  return row ?? null;
}

/** Deletes mails that are older than `days`. @throws Error when the database is out of reach */
export async function purgeMails(days: number): Promise<void> {
  for (;;) {
    const { rows } = await bookkeepingPool().query<{ gone: number }>("select app.purge_mails($1) as gone", [days]);
    if (!rows[0]?.gone) return;
  }
}
