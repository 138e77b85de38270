import { useTranslations } from "next-intl";
import { PastLink } from "@/components/detail/past-link";
import { RecordNav } from "@/components/detail/record-nav";
import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import type { MemberActor } from "@/lib/actor";
import { nextCollector } from "@/lib/payment-intents/queries";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { Permitted } from "../../permitted";
import { CancelButton } from "./cancel-button";
import { ConfirmButton } from "./confirm-button";
import { RefundButton } from "./refund-button";

export interface PaymentHeaderProps {
  payment: PaymentIntent;
  actor: MemberActor;
  tenantSlug: string;
}

/** How much, where it stands, and what may be done with it. */
export function PaymentHeader({ payment, actor, tenantSlug }: PaymentHeaderProps) {
  const t = useTranslations("server.payments");
  return (
    <PageHeader
      breadcrumb={[
        { label: t("list"), href: `/${tenantSlug}/payment-intents` },
        { label: payment.reference ?? t("item") },
      ]}
      title={<Money amountMinor={payment.amount} currency={payment.currency} />}
      badge={<StatusBadge status={payment.status} />}
      description={
        <span className="flex flex-wrap items-center gap-x-3">
          {payment.account.name} <CopyableId id={payment.id} />
        </span>
      }
      nav={<RecordNav tenantSlug={tenantSlug} />}
      actions={
        <>
          <PastLink path={`/${tenantSlug}/payment-intents/${payment.id}`} />
          <Permitted actor={actor} permission="payment_intents:write">
            <CancelButton tenantSlug={tenantSlug} payment={payment} />
            <ConfirmButton tenantSlug={tenantSlug} payment={payment} collector={nextCollector()} />
          </Permitted>
          <Permitted actor={actor} permission="refunds:create">
            <RefundButton tenantSlug={tenantSlug} payment={payment} />
          </Permitted>
        </>
      }
    />
  );
}
