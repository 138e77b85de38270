import { Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecordVersions, VersionedTable } from "@/lib/record-versions/schema";
import { ACTOR_KIND_LABELS, changeTitle } from "../audit-logs/labels";
import { fieldLabel } from "../audit-logs/readable-record";

const ICONS = { insert: Plus, update: Pencil, delete: Trash2 };

export interface VersionStepsProps {
  versions: RecordVersions;
  table: VersionedTable;
  /** Since when what is shown was so. */
  validFrom: string | null;
  path: string;
  timeZone: string;
}

/** The moments at which the record became another; each leads to the record from then on. */
export function VersionSteps({ versions, table, validFrom, path, timeZone }: VersionStepsProps) {
  const { items, is_capped } = versions;
  return (
    <Card title="Versions" description="Newest first; choose one to see the record from then on">
      {items.length === 0 && <p className="text-muted-foreground">The log has no change of it for you to see.</p>}
      <Timeline label="Versions">
        {items.map(({ id, at, action, operation, actor_kind, actor_label, changed_fields }) => (
          <TimelineItem
            key={id}
            icon={ICONS[action]}
            tone={at === validFrom ? "info" : "neutral"}
            title={
              <Link
                href={`${path}?at=${encodeURIComponent(at)}`}
                aria-current={at === validFrom ? "true" : undefined}
                className="rounded-sm hover:underline aria-[current]:text-info-text"
              >
                {changeTitle({ table_name: table, action, operation })}
              </Link>
            }
            meta={
              <>
                {actor_kind === "system" ? ACTOR_KIND_LABELS.system : actor_label} ·{" "}
                <Timestamp value={at} timeZone={timeZone} style="second" />
              </>
            }
          >
            {changed_fields.length > 0 && (
              <p className="text-muted-foreground text-xs">{changed_fields.map(fieldLabel).join(", ")}</p>
            )}
          </TimelineItem>
        ))}
      </Timeline>
      {is_capped && <p className="mt-3 text-muted-foreground text-xs">Older ones are found by their date.</p>}
    </Card>
  );
}
