import type { PlatformAdminActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { type ListSource, listPage, platformRead, readMailBody, sql } from "../tenant-db";
import { type Mail, type MailDetail, mailList } from "./schema";

const COLUMNS = sql`x.id, x.kind, x.recipient, x.subject, x.status, x.tries, x.error, x.sent_at, x.created_at, t.name as tenant_name`;

const JOINS = sql`left join tenants t on t.id = x.about_tenant_id`;

const SOURCE: ListSource = {
  definition: mailList,
  table: "mails",
  columns: COLUMNS,
  // The bodies are not readable with the others.
  rowColumns: [
    "id",
    "about_tenant_id",
    "kind",
    "recipient",
    "subject",
    "status",
    "tries",
    "error",
    "sent_at",
    "created_at",
  ],
  joins: JOINS,
  accountColumn: null,
  conditions: {
    search: (value) =>
      value.kind === "text"
        ? sql`(strpos(lower(x.recipient), ${value.text}) > 0 or strpos(lower(x.subject), ${value.text}) > 0)`
        : null,
  },
};

/** One page of all mails, newest first, without their bodies. @throws AppError `forbidden` for anybody but a platform admin */
export async function listMails(admin: PlatformAdminActor, query: ListQuery<typeof mailList>): Promise<Page<Mail>> {
  return platformRead(admin, (db) => listPage<Mail>(db, admin, SOURCE, query));
}

/** One mail; its body while it stays here for want of a mail server. @throws AppError `not_found` */
export async function getMail(admin: PlatformAdminActor, input: { id: string }): Promise<MailDetail> {
  return platformRead(admin, async (db) => {
    const [row] = await db.rows<Mail>(
      sql`select ${COLUMNS} from mails x ${JOINS} where x.id = ${input.id}::uuid`,
      "mails_by_id",
    );
    if (!row) throw new AppError("not_found", "Mail not found");
    const body = await readMailBody(db, input.id);
    return { ...row, body_text: body?.body_text ?? null, body_html: body?.body_html ?? null };
  });
}
