import { env } from "../env";
import { layOutMail } from "../mail-layout";
import { queueMail, sql, type WriteClient } from "../tenant-db";
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
  const [reader] = await db.rows<{ email: string; slug: string; tenant: string }>(
    sql`select p.email, t.slug, t.name as tenant from app.member_profiles() p join tenants t on t.id = ${tenantId}::uuid
        where p.membership_id = ${membershipId}::uuid and app.wants_mail(p.user_id, 'export_ready')`,
    "exports_notice_reader",
  );
  if (!reader) return;
  const subject = `Your export of ${name} is ready`;
  await queueMail(db, {
    to: reader.email,
    kind: "export_ready",
    subject,
    ...layOutMail({
      heading: subject,
      paragraphs: [`The file with ${name} of ${reader.tenant} that you asked for is written.`],
      link: { label: "Fetch the file", href: `${env().appUrl}/${reader.slug}/exports` },
      remarks: [`It can be fetched for ${EXPORT_LIFETIME_HOURS} hours, by you alone and after signing in.`],
    }),
  });
}
