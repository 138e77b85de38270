import { Minus, Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberStep } from "@/lib/members/queries";
import { actorText } from "../../audit-logs/labels";
import { stepTitle } from "./member-step";

const ICONS = { insert: Plus, update: Pencil, delete: Minus };

export interface MemberHistoryProps {
  /** Newest first; `null` for whom the audit log is closed. */
  steps: readonly MemberStep[] | null;
  timeZone: string;
}

/** The life of a member: coming, going, roles and accounts. */
export function MemberHistory({ steps, timeZone }: MemberHistoryProps) {
  const t = useTranslations("server.team");
  const auditTexts = useTranslations("client.auditLogs");
  if (steps === null) return null;
  return (
    <Card title={t("history")}>
      <Timeline label={t("history")}>
        {steps.map((step) => (
          <TimelineItem
            key={step.id}
            icon={ICONS[step.action]}
            title={stepTitle(t, auditTexts, step)}
            meta={
              <>
                {actorText(auditTexts, step)} · <Timestamp value={step.created_at} timeZone={timeZone} />
              </>
            }
          />
        ))}
      </Timeline>
    </Card>
  );
}
