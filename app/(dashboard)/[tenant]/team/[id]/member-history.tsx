import { Minus, Pencil, Plus } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberStep } from "@/lib/members/queries";
import { stepTitle } from "./member-step";

const ICONS = { insert: Plus, update: Pencil, delete: Minus };

export interface MemberHistoryProps {
  /** Newest first; `null` for whom the audit log is closed. */
  steps: readonly MemberStep[] | null;
  timeZone: string;
}

/** The life of a member: coming, going, roles and accounts. */
export function MemberHistory({ steps, timeZone }: MemberHistoryProps) {
  if (steps === null) return null;
  return (
    <Card title="History">
      <Timeline label="History">
        {steps.map((step) => (
          <TimelineItem
            key={step.id}
            icon={ICONS[step.action]}
            title={stepTitle(step)}
            meta={
              <>
                {step.actor_label} · <Timestamp value={step.created_at} timeZone={timeZone} />
              </>
            }
          />
        ))}
      </Timeline>
    </Card>
  );
}
