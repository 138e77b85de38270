import { type ReadClient, sql } from "./client";
import type { Addressee } from "./mails";

interface NoticeAudience {
  tenantId: string;
  /** Kind of the notice, by which people choose whether a mail comes. */
  kind: string;
  /** What its readers hold. */
  permission: string;
  /** Account that it is about; null: it is for those who see all of them. */
  accountId: string | null;
  /** People who are not written to. */
  except?: readonly string[];
}

/**
 * Those whom a notice is for and who want mail of its kind, with the language of it, 200 at most. Only background work without a
 * restriction to accounts learns addresses. They are no matter for logs.
 */
export function findNoticeReaders(
  db: ReadClient,
  { tenantId, kind, permission, accountId, except = [] }: NoticeAudience,
): Promise<Addressee[]> {
  return db.rows<Addressee>(
    sql`select p.email, app.reading_locale(m.user_id) as locale from memberships m join app.member_profiles() p on p.membership_id = m.id
        where m.tenant_id = ${tenantId}::uuid and m.status = 'active' and m.deleted_at is null
          and app.wants_mail(m.user_id, ${kind}) and m.user_id <> all (${[...except]}::uuid[])
          and exists (select 1 from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
            where mr.tenant_id = m.tenant_id and mr.membership_id = m.id and (r.grants_all or exists (
              select 1 from role_permissions rp where rp.tenant_id = r.tenant_id and rp.role_id = r.id
                and rp.permission = ${permission})))
          and (not m.restricted_to_accounts or exists (
            select 1 from membership_accounts ma
            join accounts r on r.tenant_id = ma.tenant_id and r.id = ma.account_id
            join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
              and a.path <= case when ma.includes_below then r.path || '~' else r.path end
            where ma.tenant_id = m.tenant_id and ma.membership_id = m.id and a.id = ${accountId}::uuid))
        order by m.id limit 200`,
    "notice_readers",
  );
}
