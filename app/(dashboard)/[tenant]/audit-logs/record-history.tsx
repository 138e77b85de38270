import { Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberActor } from "@/lib/actor";
import { listAuditLogs } from "@/lib/audit-logs/queries";
import { type AuditLog, auditLogList } from "@/lib/audit-logs/schema";
import { type Page, parseListParams } from "@/lib/list-query";
import { permittedData } from "../permitted-data";
import { actorText, changeTitle } from "./labels";
import { RecordChanges } from "./record-changes";

const ICONS = { insert: Plus, update: Pencil, delete: Trash2 };

/** The latest changes of one record; `null` for whom the audit log is closed. */
export function readHistory(actor: MemberActor, table: string, record: string): Promise<Page<AuditLog> | null> {
  const { query } = parseListParams(auditLogList, { table, record, size: "25" }, { mode: "strict" });
  return permittedData(actor, "audit_logs:read", () => listAuditLogs(actor, query), null);
}

export interface RecordHistoryProps {
  /** From `readHistory`. */
  history: Page<AuditLog> | null;
  table: string;
  recordId: string;
  tenantPath: string;
  timeZone: string;
}

/** What happened to a record, newest first. Shows nothing to those who may not read the audit log. */
export function RecordHistory({ history, table, recordId, tenantPath, timeZone }: RecordHistoryProps) {
  const t = useTranslations("server.auditLogs");
  const labels = useTranslations("client.auditLogs");
  if (history === null) return null;
  const path = `${tenantPath}/audit-logs`;
  return (
    <Card
      title={t("history")}
      actions={
        <Link href={`${path}?table=${table}&record=${recordId}`} className="text-accent text-xs hover:underline">
          {t("openInLog")}
        </Link>
      }
    >
      <Timeline label={t("history")}>
        {history.items.map((entry) => (
          <TimelineItem
            key={entry.id}
            icon={ICONS[entry.action]}
            title={
              <Link href={`${path}/${entry.id}`} className="rounded-sm hover:underline">
                {changeTitle(labels, entry)}
              </Link>
            }
            meta={
              <>
                {actorText(labels, entry)} · <Timestamp value={entry.created_at} timeZone={timeZone} />
              </>
            }
          >
            {entry.action === "update" && <RecordChanges entry={entry} timeZone={timeZone} />}
          </TimelineItem>
        ))}
      </Timeline>
    </Card>
  );
}
