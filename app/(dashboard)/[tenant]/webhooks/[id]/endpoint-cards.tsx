import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { ALL_EVENTS, EVENT_TYPE_NAMES, EVENT_TYPES } from "@/lib/webhook-endpoints/event-types";
import type { DeliveryStatus } from "@/lib/webhook-endpoints/names";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { deliveryLook, endpointLook } from "../statuses";

const LINK = "text-accent hover:underline";

/** What a state other than "enabled and well" means, and what to do. */
export function EndpointNote({ endpoint, timeZone }: { endpoint: WebhookEndpoint; timeZone: string }) {
  const { status, disabled_at, disabled_reason, failing_since } = endpoint;
  const t = useTranslations("server.webhooks.note");
  const looks = useTranslations("client.webhooks");
  if (status === "enabled" && !failing_since) return null;
  const tone = status === "enabled" ? "warning" : disabled_reason === "manual" ? "info" : "danger";
  return (
    <Alert tone={tone} title={endpointLook(looks, endpoint).meaning} className="mb-4">
      <p>
        {t.rich(status === "enabled" ? "sinceFailing" : "since", {
          time: () => <Timestamp value={disabled_at ?? failing_since} timeZone={timeZone} zoneShown />,
        })}
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
  const t = useTranslations("server.webhooks");
  const { account, secrets, last_success_at } = endpoint;
  const made = secrets[0];
  const old = secrets.find(({ expires_at }) => expires_at);
  return (
    <Card title={t("details")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("facts.description")}>{endpoint.description}</DescriptionItem>
        <DescriptionItem term={t("facts.account")}>
          {account ? (
            <Link href={`${tenantPath}/accounts/${account.id}`} className={LINK}>
              {account.name}
            </Link>
          ) : (
            t("facts.all")
          )}
        </DescriptionItem>
        <DescriptionItem term={t("facts.personalData")}>{t(`facts.${personalDataKey(endpoint)}`)}</DescriptionItem>
        <DescriptionItem term={t("facts.lastReceived")}>
          {last_success_at ? <Timestamp value={last_success_at} timeZone={timeZone} zoneShown /> : t("facts.never")}
        </DescriptionItem>
        <DescriptionItem term={t("facts.secret")}>
          {made ? (
            <>
              {t.rich("facts.secretMade", { time: () => <Timestamp value={made.created_at} timeZone={timeZone} /> })}
              {old && (
                <span className="block text-muted-foreground text-xs">
                  {t.rich("facts.secretBefore", {
                    time: () => <Timestamp value={old.expires_at} timeZone={timeZone} zoneShown />,
                  })}
                </span>
              )}
            </>
          ) : (
            t("facts.none")
          )}
        </DescriptionItem>
        <DescriptionItem term={t("facts.created")}>
          <Timestamp value={endpoint.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("facts.createdBy")}>{endpoint.created_by_name}</DescriptionItem>
        <DescriptionItem term={t("facts.id")}>
          <CopyableId id={endpoint.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

function personalDataKey({ includes_personal_data, sends_personal_data }: WebhookEndpoint) {
  if (sends_personal_data) return "sentInFull";
  return includes_personal_data ? "maskedBySettings" : "masked";
}

export function EndpointEvents({ eventTypes }: { eventTypes: readonly string[] }) {
  const t = useTranslations("server.webhooks");
  const sentence = useSentence();
  return (
    <Card title={t("events")}>
      {eventTypes.includes(ALL_EVENTS) ? (
        <p>{t("allEvents")}</p>
      ) : (
        <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
          {EVENT_TYPE_NAMES.filter((name) => eventTypes.includes(name)).map((name) => (
            <li key={name}>
              <code className="break-all font-mono text-xs">{name}</code>
              <span className="block text-muted-foreground text-xs">{sentence(EVENT_TYPES[name])}</span>
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
  const t = useTranslations("server.webhooks");
  const looks = useTranslations("client.webhooks");
  return (
    <Card title={t("deliveries")}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {(Object.keys(counts) as DeliveryStatus[]).map((status) => (
          <div key={status}>
            <dt className="text-muted-foreground text-xs">{deliveryLook(looks, status).label}</dt>
            <dd className="font-semibold text-xl tabular-nums">
              <Link href={`${href}&status=${status}`} className="hover:underline">
                {counts[status] >= 1000 ? t("thousandOrMore") : counts[status]}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3">
        <Link href={href} className={LINK}>
          {t("allSent")}
        </Link>
      </p>
    </Card>
  );
}
