import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { ALL_EVENTS } from "@/lib/webhook-endpoints/event-types";
import type { DeliveryStatus } from "@/lib/webhook-endpoints/names";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { DELIVERY_LOOKS, endpointLook } from "../statuses";

const LINK = "text-accent hover:underline";

/** What a state other than "enabled and well" means, and what to do. */
export function EndpointNote({ endpoint, timeZone }: { endpoint: WebhookEndpoint; timeZone: string }) {
  const { status, disabled_at, disabled_reason, failing_since } = endpoint;
  if (status === "enabled" && !failing_since) return null;
  const tone = status === "enabled" ? "warning" : disabled_reason === "manual" ? "info" : "danger";
  return (
    <Alert tone={tone} title={endpointLook(endpoint).meaning} className="mb-4">
      <p>
        Since <Timestamp value={disabled_at ?? failing_since} timeZone={timeZone} zoneShown />
        {status === "enabled" && ". Each message is tried for three days; then the endpoint is switched off."}
      </p>
    </Alert>
  );
}

export interface EndpointFactsProps {
  endpoint: WebhookEndpoint;
  tenantPath: string;
  timeZone: string;
}

export function EndpointFacts({ endpoint, tenantPath, timeZone }: EndpointFactsProps) {
  const { account, secrets, last_success_at } = endpoint;
  const old = secrets.find(({ expires_at }) => expires_at);
  return (
    <Card title="Details">
      <DescriptionList columns={2}>
        <DescriptionItem term="Description">{endpoint.description}</DescriptionItem>
        <DescriptionItem term="Account">
          {account ? (
            <Link href={`${tenantPath}/accounts/${account.id}`} className={LINK}>
              {account.name}
            </Link>
          ) : (
            "All, those to come included"
          )}
        </DescriptionItem>
        <DescriptionItem term="Personal data">{personalDataText(endpoint)}</DescriptionItem>
        <DescriptionItem term="Last received">
          {last_success_at ? <Timestamp value={last_success_at} timeZone={timeZone} zoneShown /> : "Never"}
        </DescriptionItem>
        <DescriptionItem term="Signing secret">
          {secrets[0] ? (
            <>
              Made <Timestamp value={secrets[0].created_at} timeZone={timeZone} />
              {old && (
                <span className="block text-muted-foreground text-xs">
                  The one before it works until <Timestamp value={old.expires_at} timeZone={timeZone} zoneShown />
                </span>
              )}
            </>
          ) : (
            "None"
          )}
        </DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={endpoint.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Created by">{endpoint.created_by_name}</DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={endpoint.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

function personalDataText({ includes_personal_data, sends_personal_data }: WebhookEndpoint): string {
  if (sends_personal_data) return "Sent in full";
  return includes_personal_data ? "Masked: the tenant’s settings mask it in all webhooks" : "Masked";
}

export function EndpointEvents({ eventTypes }: { eventTypes: readonly string[] }) {
  return (
    <Card title="Events">
      {eventTypes.includes(ALL_EVENTS) ? (
        <p>All, those to come included</p>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {eventTypes.map((name) => (
            <li key={name}>
              <code className="font-mono text-xs">{name}</code>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export interface DeliveryCountsProps {
  counts: Readonly<Record<DeliveryStatus, number>>;
  /** Address of the log, filtered to this endpoint. */
  href: string;
}

export function DeliveryCounts({ counts, href }: DeliveryCountsProps) {
  return (
    <Card title="Deliveries">
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {(Object.keys(counts) as DeliveryStatus[]).map((status) => (
          <div key={status}>
            <dt className="text-muted-foreground text-xs">{DELIVERY_LOOKS[status].label}</dt>
            <dd className="font-semibold text-xl tabular-nums">
              <Link href={`${href}&status=${status}`} className="hover:underline">
                {counts[status] >= 1000 ? "1,000+" : counts[status]}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3">
        <Link href={href} className={LINK}>
          Everything that was sent to this endpoint
        </Link>
      </p>
    </Card>
  );
}
