import { Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { RecordVersions, VersionedTable } from "@/lib/record-versions/schema";
import { actorKindLabel, changeTitle, fieldText } from "../audit-logs/labels";

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
  const t = useTranslations("server.versions.steps");
  const tLog = useTranslations("client.auditLogs");
  const { items, is_capped } = versions;
  return (
    <Card title={t("title")} description={t("help")}>
      {items.length === 0 && <p className="text-muted-foreground">{t("none")}</p>}
      <Timeline label={t("title")}>
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
                {changeTitle(tLog, { table_name: table, action, operation })}
              </Link>
            }
            meta={
              <>
                {actor_kind === "system" ? actorKindLabel(tLog, "system") : actor_label} ·{" "}
                <Timestamp value={at} timeZone={timeZone} style="second" />
              </>
            }
          >
            {changed_fields.length > 0 && (
              <p className="text-muted-foreground text-xs">
                {changed_fields.map((name) => fieldText(tLog, name)).join(", ")}
              </p>
            )}
          </TimelineItem>
        ))}
      </Timeline>
      {is_capped && <p className="mt-3 text-muted-foreground text-xs">{t("capped")}</p>}
    </Card>
  );
}
