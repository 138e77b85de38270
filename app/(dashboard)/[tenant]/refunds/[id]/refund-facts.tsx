import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { Refund } from "@/lib/refunds/schema";
import { APPROVAL_LABELS, PENDING_LABELS, reasonLabel } from "../labels";

export interface RefundFactsProps {
  refund: Refund;
  tenantSlug: string;
  timeZone: string;
}

export function RefundFacts({ refund, tenantSlug, timeZone }: RefundFactsProps) {
  const { payment_intent: payment, account } = refund;
  const time = (value: string | null) =>
    value && <Timestamp value={value} timeZone={timeZone} style="second" isReachable />;
  return (
    <Card title="Details">
      <DescriptionList>
        <DescriptionItem term="Payment">
          <Link href={`/${tenantSlug}/payment-intents/${payment.id}`} className="text-accent hover:underline">
            {payment.reference ?? shortId(payment.id)}
          </Link>
        </DescriptionItem>
        <DescriptionItem term="Account">
          <Link href={`/${tenantSlug}/accounts/${account.id}`} className="text-accent hover:underline">
            {account.name}
          </Link>
        </DescriptionItem>
        <DescriptionItem term="Reason">{reasonLabel(refund.reason)}</DescriptionItem>
        <DescriptionItem term="Comment">
          {refund.comment && <span className="whitespace-pre-line">{refund.comment}</span>}
        </DescriptionItem>
        {refund.pending_reason && (
          <DescriptionItem term="Pending">{PENDING_LABELS[refund.pending_reason]}</DescriptionItem>
        )}
        {refund.approval && (
          <DescriptionItem term="Second person">
            <ApprovalText approval={refund.approval} timeZone={timeZone} />
          </DescriptionItem>
        )}
        <DescriptionItem term="Failure reason">{refund.failure_reason}</DescriptionItem>
        <DescriptionItem term="Requested by">{refund.requested_by?.name}</DescriptionItem>
        <DescriptionItem term="Created">{time(refund.created_at)}</DescriptionItem>
        <DescriptionItem term="Sent to provider">{time(refund.submitted_at)}</DescriptionItem>
        <DescriptionItem term="Provider’s id">
          {refund.provider_reference && <CopyableId id={refund.provider_reference} full />}
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={refund.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

function ApprovalText({ approval, timeZone }: { approval: NonNullable<Refund["approval"]>; timeZone: string }) {
  return (
    <>
      {APPROVAL_LABELS[approval.status]}
      {approval.decided_by && ` by ${approval.decided_by.name}, `}
      {approval.decided_at && <Timestamp value={approval.decided_at} timeZone={timeZone} />}
      {approval.status === "pending" && (
        <>
          , until <Timestamp value={approval.expires_at} timeZone={timeZone} />
        </>
      )}
      {approval.comment && <span className="block whitespace-pre-line">{approval.comment}</span>}
    </>
  );
}
