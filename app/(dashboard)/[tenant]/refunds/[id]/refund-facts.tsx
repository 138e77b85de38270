import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { Refund } from "@/lib/refunds/schema";
import { approvalLabel, pendingLabel, reasonLabel } from "../labels";

export interface RefundFactsProps {
  refund: Refund;
  tenantSlug: string;
  timeZone: string;
}

export function RefundFacts({ refund, tenantSlug, timeZone }: RefundFactsProps) {
  const t = useTranslations("server.refunds.facts");
  const labels = useTranslations("client.refunds");
  const sentence = useSentence();
  const { payment_intent: payment, account } = refund;
  const time = (value: string | null) =>
    value && <Timestamp value={value} timeZone={timeZone} style="second" isReachable />;
  return (
    <Card title={t("title")}>
      <DescriptionList>
        <DescriptionItem term={t("payment")}>
          <Link href={`/${tenantSlug}/payment-intents/${payment.id}`} className="text-accent hover:underline">
            {payment.reference ?? shortId(payment.id)}
          </Link>
        </DescriptionItem>
        <DescriptionItem term={t("account")}>
          <Link href={`/${tenantSlug}/accounts/${account.id}`} className="text-accent hover:underline">
            {account.name}
          </Link>
        </DescriptionItem>
        <DescriptionItem term={t("reason")}>{reasonLabel(labels, refund.reason)}</DescriptionItem>
        <DescriptionItem term={t("comment")}>
          {refund.comment && <span className="whitespace-pre-line">{refund.comment}</span>}
        </DescriptionItem>
        {refund.pending_reason && (
          <DescriptionItem term={t("pending")}>{pendingLabel(labels, refund.pending_reason)}</DescriptionItem>
        )}
        {refund.approval && (
          <DescriptionItem term={t("secondPerson")}>
            <ApprovalText approval={refund.approval} timeZone={timeZone} />
          </DescriptionItem>
        )}
        {refund.failure_reason && (
          <DescriptionItem term={t("failureReason")}>{sentence(refund.failure_reason)}</DescriptionItem>
        )}
        <DescriptionItem term={t("requestedBy")}>{refund.requested_by?.name}</DescriptionItem>
        <DescriptionItem term={t("created")}>{time(refund.created_at)}</DescriptionItem>
        <DescriptionItem term={t("sent")}>{time(refund.submitted_at)}</DescriptionItem>
        {refund.provider_reference && (
          <DescriptionItem term={t("providerId")}>
            <CopyableId id={refund.provider_reference} full />
          </DescriptionItem>
        )}
        <DescriptionItem term={t("id")}>
          <CopyableId id={refund.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

function ApprovalText({ approval, timeZone }: { approval: NonNullable<Refund["approval"]>; timeZone: string }) {
  const t = useTranslations("server.refunds.facts");
  const status = approvalLabel(useTranslations("client.refunds"), approval.status);
  const time = (value: string | null) => () => <Timestamp value={value} timeZone={timeZone} zoneShown />;
  const { decided_by: decider } = approval;
  return (
    <>
      {decider
        ? t.rich("decided", { status, name: decider.name, time: time(approval.decided_at) })
        : approval.status === "pending"
          ? t.rich("undecided", { status, time: time(approval.expires_at) })
          : status}
      {approval.comment && <span className="block whitespace-pre-line">{approval.comment}</span>}
    </>
  );
}
