import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { TenantActor } from "@/lib/actor";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { seesPersonalData } from "@/lib/personal-data";
import { MetadataView } from "../../metadata-view";
import { Permitted } from "../../permitted";
import { EditCustomerButton, EditDetailsButton, EditMetadataButton } from "./edit-dialogs";

const PROVIDER_NAMES: Readonly<Record<NonNullable<PaymentIntent["provider"]>, string>> = {
  sandbox: "Sandbox",
  stripe: "Stripe",
};

export interface CardProps {
  payment: PaymentIntent;
  actor: TenantActor;
  tenantSlug: string;
  timeZone: string;
}

export function DetailsCard({ payment, actor, tenantSlug, timeZone }: CardProps) {
  return (
    <Card
      title="Details"
      actions={
        <Permitted actor={actor} permission="payment_intents:write">
          <EditDetailsButton tenantSlug={tenantSlug} payment={payment} />
        </Permitted>
      }
    >
      <DescriptionList>
        <DescriptionItem term="Account">
          <Link href={`/${tenantSlug}/accounts/${payment.account.id}`} className="text-accent hover:underline">
            {payment.account.name}
          </Link>
        </DescriptionItem>
        <DescriptionItem term="Reference">{payment.reference}</DescriptionItem>
        <DescriptionItem term="Failure reason">{payment.failure_reason}</DescriptionItem>
        {payment.provider && (
          <>
            <DescriptionItem term="Provider">{PROVIDER_NAMES[payment.provider]}</DescriptionItem>
            <DescriptionItem term="Provider’s reference">
              {payment.provider_reference && <CopyableId id={payment.provider_reference} full />}
            </DescriptionItem>
            {payment.cancellation && (
              <DescriptionItem term="Cancellation">
                {payment.cancellation === "requested" ? "Requested" : "Refused: it was too late"}
              </DescriptionItem>
            )}
            <DescriptionItem term="Collected">
              {payment.processed_at && (
                <Timestamp value={payment.processed_at} timeZone={timeZone} style="second" isReachable />
              )}
            </DescriptionItem>
          </>
        )}
        <DescriptionItem term="Created">
          <Timestamp value={payment.created_at} timeZone={timeZone} style="second" isReachable />
        </DescriptionItem>
        <DescriptionItem term="Updated">
          <Timestamp value={payment.updated_at} timeZone={timeZone} style="second" isReachable />
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={payment.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function CustomerCard({ payment, actor, tenantSlug }: CardProps) {
  const isMasked = !seesPersonalData(actor) && Boolean(payment.customer_email ?? payment.customer_phone);
  return (
    <Card
      title="Customer"
      actions={
        <Permitted actor={actor} permission="payment_intents:write">
          <Permitted actor={actor} permission="customers:read_personal_data">
            <EditCustomerButton tenantSlug={tenantSlug} payment={payment} />
          </Permitted>
        </Permitted>
      }
    >
      <DescriptionList>
        <DescriptionItem term="E-mail">{payment.customer_email}</DescriptionItem>
        <DescriptionItem term="Phone">{payment.customer_phone}</DescriptionItem>
      </DescriptionList>
      {isMasked && (
        <p className="mt-3 text-muted-foreground text-xs">
          Shortened for you: it takes the permission <code className="font-mono">customers:read_personal_data</code> to
          see them in full.
        </p>
      )}
    </Card>
  );
}

export function MetadataCard({ payment, actor, tenantSlug }: CardProps) {
  return (
    <Card
      title="Metadata"
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
