import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { formatAmount } from "../money";
import { systemActor } from "../system-actor";
import { findNoticeReaders, queueMail, type ReadClient, tenantWrite } from "../tenant-db";
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
  return findNoticeReaders(db, {
    tenantId,
    kind: "refund_awaits_approval",
    permission: "refunds:approve",
    accountId: refund.account.id,
    except: refund.approval?.excluded_user_ids,
  });
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
