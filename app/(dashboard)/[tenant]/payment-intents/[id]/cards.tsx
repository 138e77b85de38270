import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantActor } from "@/lib/actor";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { PERMISSIONS } from "@/lib/permissions";
import { seesPersonalData } from "@/lib/personal-data";
import { MetadataView } from "../../metadata-view";
import { Permitted } from "../../permitted";
import { EditCustomerButton, EditDetailsButton, EditMetadataButton } from "./edit-buttons";

export interface CardProps {
  payment: PaymentIntent;
  actor: TenantActor;
  tenantSlug: string;
  timeZone: string;
}

export function DetailsCard({ payment, actor, tenantSlug, timeZone }: CardProps) {
  const t = useTranslations("server.payments");
  const sentence = useSentence();
  return (
    <Card
      title={t("details.title")}
      actions={
        <Permitted actor={actor} permission="payment_intents:write">
          <EditDetailsButton tenantSlug={tenantSlug} payment={payment} />
        </Permitted>
      }
    >
      <DescriptionList>
        <DescriptionItem term={t("details.account")}>
          <Link href={`/${tenantSlug}/accounts/${payment.account.id}`} className="text-accent hover:underline">
            {payment.account.name}
          </Link>
        </DescriptionItem>
        <DescriptionItem term={t("details.reference")}>{payment.reference}</DescriptionItem>
        {payment.failure_reason && (
          <DescriptionItem term={t("details.failureReason")}>{sentence(payment.failure_reason)}</DescriptionItem>
        )}
        {payment.provider && (
          <>
            <DescriptionItem term={t("details.provider")}>{t(`providers.${payment.provider}`)}</DescriptionItem>
            <DescriptionItem term={t("details.providerReference")}>
              {payment.provider_reference && <CopyableId id={payment.provider_reference} full />}
            </DescriptionItem>
            {payment.cancellation && (
              <DescriptionItem term={t("details.cancellation")}>{t(`details.${payment.cancellation}`)}</DescriptionItem>
            )}
            {payment.processed_at && (
              <DescriptionItem term={t("details.collected")}>
                <Timestamp value={payment.processed_at} timeZone={timeZone} style="second" isReachable />
              </DescriptionItem>
            )}
          </>
        )}
        <DescriptionItem term={t("details.created")}>
          <Timestamp value={payment.created_at} timeZone={timeZone} style="second" isReachable />
        </DescriptionItem>
        <DescriptionItem term={t("details.updated")}>
          <Timestamp value={payment.updated_at} timeZone={timeZone} style="second" isReachable />
        </DescriptionItem>
        <DescriptionItem term={t("details.id")}>
          <CopyableId id={payment.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function CustomerCard({ payment, actor, tenantSlug }: CardProps) {
  const t = useTranslations("server.payments.customer");
  const sentence = useSentence();
  const isMasked = !seesPersonalData(actor) && Boolean(payment.customer_email ?? payment.customer_phone);
  return (
    <Card
      title={t("title")}
      actions={
        <Permitted actor={actor} permission="payment_intents:write">
          <Permitted actor={actor} permission="customers:read_personal_data">
            <EditCustomerButton tenantSlug={tenantSlug} payment={payment} />
          </Permitted>
        </Permitted>
      }
    >
      <DescriptionList>
        <DescriptionItem term={t("email")}>{payment.customer_email}</DescriptionItem>
        <DescriptionItem term={t("phone")}>
          {/* The plus stays before its digits in a language from right to left. */}
          {payment.customer_phone && <bdi dir="ltr">{payment.customer_phone}</bdi>}
        </DescriptionItem>
      </DescriptionList>
      {isMasked && (
        <p className="mt-3 text-muted-foreground text-xs">
          {t("masked", { permission: sentence(PERMISSIONS["customers:read_personal_data"]) })}
        </p>
      )}
    </Card>
  );
}

export function MetadataCard({ payment, actor, tenantSlug }: CardProps) {
  const t = useTranslations("server.payments.details");
  return (
    <Card
      title={t("metadata")}
      actions={
        <Permitted actor={actor} permission="payment_intents:write">
          <EditMetadataButton tenantSlug={tenantSlug} payment={payment} />
        </Permitted>
      }
    >
      <MetadataView metadata={payment.metadata} />
    </Card>
  );
}
