import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { formatAmount } from "../money";
import { systemActor } from "../system-actor";
import { queueMail, type ReadClient, sql, tenantWrite } from "../tenant-db";
import { readRefund } from "./queries";
import type { Refund } from "./schema";

/**
 * Job `refunds.ask_approval`: tells by mail who may decide on a refund that it waits. Background work, since whoever asks
 * for a refund need not know the addresses of colleagues.
 */
export async function askApprovalByMail({ tenant_id, refund_id }: JobInput<"refunds.ask_approval">): Promise<void> {
  if (!tenant_id) throw new Error("A refund's job belongs to a tenant");
  const actor = systemActor(tenant_id, "refunds.ask_approval");
  await tenantWrite(actor, "refunds:approve", "refunds.ask_approval", async (db) => {
    const refund = await readRefund(db, actor, refund_id);
    // Somebody may have decided before the queue came to this.
    if (refund.approval?.status !== "pending") return;
    const tenant = await db.tenant.findFirstOrThrow({ where: { id: tenant_id }, select: { slug: true, name: true } });
    const mail = { ...wordsOf(refund, tenant), kind: "refund_approval" };
    for (const { email } of await findApprovers(db, tenant_id, refund)) await queueMail(db, { ...mail, to: email });
  });
}

/** People who may decide on this refund: with the permission, within their accounts, and none of those behind it. */
function findApprovers(db: ReadClient, tenantId: string, refund: Refund): Promise<{ email: string }[]> {
  return db.rows<{ email: string }>(
    sql`select p.email from memberships m join app.member_profiles() p on p.membership_id = m.id
        where m.tenant_id = ${tenantId}::uuid and m.status = 'active' and m.deleted_at is null
          and app.wants_mail(m.user_id, 'refund_awaits_approval')
          and m.user_id <> all (${refund.approval?.excluded_user_ids ?? []}::uuid[])
          and exists (select 1 from membership_roles mr join roles r on r.tenant_id = mr.tenant_id and r.id = mr.role_id
            where mr.tenant_id = m.tenant_id and mr.membership_id = m.id and (r.grants_all or exists (
              select 1 from role_permissions rp where rp.tenant_id = r.tenant_id and rp.role_id = r.id
                and rp.permission = 'refunds:approve')))
          and (not m.restricted_to_accounts or exists (
            select 1 from membership_accounts ma
            join accounts r on r.tenant_id = ma.tenant_id and r.id = ma.account_id
            join accounts a on a.tenant_id = r.tenant_id and a.path >= r.path
              and a.path <= case when ma.includes_below then r.path || '~' else r.path end
            where ma.tenant_id = m.tenant_id and ma.membership_id = m.id and a.id = ${refund.account.id}::uuid))
        order by m.id limit 200`,
    "refunds_approvers",
  );
}

function wordsOf(refund: Refund, tenant: { slug: string; name: string }) {
  const amount = formatAmount(refund.amount, refund.currency);
  const asker = refund.requested_by?.name ?? "Background work";
  return {
    subject: `A refund of ${amount} waits for approval`,
    ...layOutMail({
      heading: `A refund of ${amount} waits for approval`,
      paragraphs: [
        `${asker} asked to refund ${amount} at ${refund.account.name} (${tenant.name}). That is above the amount from which a second person has to agree.`,
      ],
      link: { label: "Look at the refund", href: `${env().appUrl}/${tenant.slug}/refunds/${refund.id}` },
      remarks: ["Whoever decides first decides. If nobody does in time, the refund is called off."],
    }),
  };
}
