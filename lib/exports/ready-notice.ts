import { env } from "../env";
import { layOutMail } from "../mail-layout";
import { mailListName, mailTexts } from "../messages/mail-texts";
import { type Addressee, queueMail, sql, type WriteClient } from "../tenant-db";
import { EXPORT_LIFETIME_HOURS } from "./schema";

/** Tells a member that the export is ready: by a notice for this person alone, and by mail if that is chosen. */
export async function tellOfReadyExport(
  db: WriteClient,
  tenantId: string,
  { id, list, membershipId }: { id: string; list: string; membershipId: string },
): Promise<void> {
  const name = list.replaceAll("_", " ");
  await db.rows(
    sql`insert into notices (tenant_id, recipient_id, kind, subject_table, subject_id, details)
        select m.tenant_id, m.user_id, 'export_ready', 'exports', ${id}::uuid, jsonb_build_object('list', ${name}::text)
        from memberships m where m.tenant_id = ${tenantId}::uuid and m.id = ${membershipId}::uuid`,
    "exports_notice",
  );
  const [reader] = await db.rows<Addressee & { slug: string; tenant: string }>(
    sql`select p.email, app.reading_locale(p.user_id) as locale, t.slug, t.name as tenant from app.member_profiles() p join tenants t on t.id = ${tenantId}::uuid
        where p.membership_id = ${membershipId}::uuid and app.wants_mail(p.user_id, 'export_ready')`,
    "exports_notice_reader",
  );
  if (!reader) return;
  const texts = mailTexts(reader.locale);
  const { t } = texts;
  const named = { list: mailListName(texts, list), tenant: reader.tenant };
  const subject = t("export.subject", named);
  await queueMail(db, {
    to: reader.email,
    kind: "export_ready",
    subject,
    ...layOutMail(texts, {
      heading: subject,
      paragraphs: [t("export.text", named)],
      link: { label: t("export.fetch"), href: `${env().appUrl}/${reader.slug}/exports` },
      remarks: [t("export.fetchable", { hours: EXPORT_LIFETIME_HOURS })],
    }),
  });
}
