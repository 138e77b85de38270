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
  const { mails, inbound_webhooks: inbound, outbound_webhooks: outbound } = system;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card
        title="Webhooks of providers"
        actions={inbound.failed > 0 && <RetryFailedButton task={APPLY_EVENT} label="Retry failed" />}
      >
        <DescriptionList>
          <Figure term="Waiting" value={inbound.waiting} since={inbound.oldest_waiting_at} timeZone={timeZone} />
          <Figure term="Failed" value={inbound.failed} isBad />
          <Figure term="Received, 24 h" value={inbound.received_last_day} />
          <Figure term="Worked off, 24 h" value={inbound.worked_off_last_day} />
        </DescriptionList>
      </Card>
      <Card
        title="Mail"
        description={mails.has_server ? undefined : "No mail server is set: mails stay in the outbox."}
        actions={
          <ButtonLink size="sm" href="/admin/mail">
            Outbox
          </ButtonLink>
        }
      >
        <DescriptionList>
          <Figure term="Waiting" value={mails.queued} since={mails.oldest_queued_at} timeZone={timeZone} />
          <Figure term="Failed" value={mails.failed} isBad />
          <Figure term="Sent" value={mails.sent} />
          <Figure term="In the outbox" value={mails.kept} />
        </DescriptionList>
      </Card>
      <Card title="Webhooks of tenants" className="sm:col-span-2">
        <DescriptionList columns={2}>
          <Figure
            term="Waiting"
            value={outbound.deliveries_waiting}
            since={outbound.oldest_due_at}
            timeZone={timeZone}
          />
          <Figure term="Overdue" value={outbound.deliveries_overdue} isBad />
          <Figure term="Given up, 24 h" value={outbound.deliveries_failed_last_day} isBad />
          <Figure term="Endpoints" value={outbound.endpoints_enabled} />
          <Figure term="Failing" value={outbound.endpoints_failing} isBad />
          <Figure term="Switched off" value={outbound.endpoints_disabled} />
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
  return (
    <DescriptionItem term={term}>
      <span className={isBad && value > 0 ? "font-medium text-danger-text tabular-nums" : "tabular-nums"}>
        {countLabel(value)}
      </span>
      {since && value > 0 && (
        <span className="text-muted-foreground text-xs">
          {" "}
          since <Timestamp value={since} timeZone={timeZone} />
        </span>
      )}
    </DescriptionItem>
  );
}
