import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { System } from "@/lib/system/schema";
import { countLabel } from "../figures";
import { RetryFailedButton } from "../jobs/job-acts";

const APPLY_EVENT = "payments.apply_event";

/** Mails, webhooks that come in, and webhooks that go out. */
export function TrafficCards({ system, timeZone }: { system: System; timeZone: string }) {
  const t = useTranslations("server.adminSystem");
  const { mails, inbound_webhooks: inbound, outbound_webhooks: outbound } = system;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card
        title={t("inbound.title")}
        actions={inbound.failed > 0 && <RetryFailedButton task={APPLY_EVENT} label={t("inbound.retry")} />}
      >
        <DescriptionList>
          <Figure term={t("waiting")} value={inbound.waiting} since={inbound.oldest_waiting_at} timeZone={timeZone} />
          <Figure term={t("failed")} value={inbound.failed} isBad />
          <Figure term={t("inbound.received")} value={inbound.received_last_day} />
          <Figure term={t("inbound.workedOff")} value={inbound.worked_off_last_day} />
        </DescriptionList>
      </Card>
      <Card
        title={t("mail.title")}
        description={mails.has_server ? undefined : t("mail.noServer")}
        actions={
          <ButtonLink size="sm" href="/admin/mail">
            {t("mail.outbox")}
          </ButtonLink>
        }
      >
        <DescriptionList>
          <Figure term={t("waiting")} value={mails.queued} since={mails.oldest_queued_at} timeZone={timeZone} />
          <Figure term={t("failed")} value={mails.failed} isBad />
          <Figure term={t("mail.sent")} value={mails.sent} />
          <Figure term={t("mail.kept")} value={mails.kept} />
        </DescriptionList>
      </Card>
      <Card title={t("outbound.title")} className="sm:col-span-2">
        <DescriptionList columns={2}>
          <Figure
            term={t("waiting")}
            value={outbound.deliveries_waiting}
            since={outbound.oldest_due_at}
            timeZone={timeZone}
          />
          <Figure term={t("outbound.overdue")} value={outbound.deliveries_overdue} isBad />
          <Figure term={t("outbound.givenUp")} value={outbound.deliveries_failed_last_day} isBad />
          <Figure term={t("outbound.endpoints")} value={outbound.endpoints_enabled} />
          <Figure term={t("outbound.failing")} value={outbound.endpoints_failing} isBad />
          <Figure term={t("outbound.off")} value={outbound.endpoints_disabled} />
        </DescriptionList>
      </Card>
    </div>
  );
}

interface FigureProps {
  term: string;
  value: number;
  /** Any but none is a bad sign. */
  isBad?: boolean;
  since?: string | null;
  timeZone?: string;
}

function Figure({ term, value, isBad = false, since, timeZone = "UTC" }: FigureProps): ReactNode {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  return (
    <DescriptionItem term={term}>
      <span className={isBad && value > 0 ? "font-medium text-danger-text tabular-nums" : "tabular-nums"}>
        {countLabel(locale, value)}
      </span>
      {since && value > 0 && (
        <span className="text-muted-foreground text-xs">
          {" "}
          {t.rich("since", { time: () => <Timestamp value={since} timeZone={timeZone} /> })}
        </span>
      )}
    </DescriptionItem>
  );
}
