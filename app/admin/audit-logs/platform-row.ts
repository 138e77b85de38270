import { type AuditRow, auditRow } from "@/app/(dashboard)/[tenant]/audit-logs/audit-row";
import type { PlatformAuditLog } from "@/lib/audit-logs/schema";
import type { Texts } from "@/lib/messages/texts";

/** A line of the platform's log. */
export interface PlatformRow extends AuditRow {
  tenantName: string | null;
  reason: string | null;
}

export function platformRow(t: Texts<"client.auditLogs">, entry: PlatformAuditLog): PlatformRow {
  return { ...auditRow(t, entry), tenantName: entry.tenant?.name ?? null, reason: entry.reason };
}
