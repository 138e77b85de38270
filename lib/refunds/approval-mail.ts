import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";
import { formatAmount } from "../money";
import { systemActor } from "../system-actor";
import { type Addressee, findNoticeReaders, queueMail, type ReadClient, tenantWrite } from "../tenant-db";
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
    for (const { email, locale } of await findApprovers(db, tenant_id, refund))
      await queueMail(db, { to: email, kind: "refund_approval", ...wordsOf(locale, refund, tenant) });
  });
}

/** People who may decide on this refund: with the permission, within their accounts, and none of those behind it. */
function findApprovers(db: ReadClient, tenantId: string, refund: Refund): Promise<Addressee[]> {
  return findNoticeReaders(db, {
    tenantId,
    kind: "refund_awaits_approval",
    permission: "refunds:approve",
    accountId: refund.account.id,
    except: refund.approval?.excluded_user_ids,
  });
}

function wordsOf(locale: Addressee["locale"], refund: Refund, tenant: { slug: string; name: string }) {
  const texts = mailTexts(locale);
  const { t } = texts;
  const amount = formatAmount(refund.amount, refund.currency, texts.locale);
  const asker = refund.requested_by?.name ?? t("refundApproval.backgroundWork");
  const subject = t("refundApproval.subject", { amount });
  return {
    subject,
    ...layOutMail(texts, {
      heading: subject,
      paragraphs: [t("refundApproval.text", { asker, amount, account: refund.account.name, tenant: tenant.name })],
      link: { label: t("refundApproval.look"), href: `${env().appUrl}/${tenant.slug}/refunds/${refund.id}` },
      remarks: [t("refundApproval.firstDecides")],
    }),
  };
}
