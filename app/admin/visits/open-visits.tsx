import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Timestamp } from "@/components/ui/timestamp";
import type { PlatformVisit } from "@/lib/visits/schema";
import { VisitButtons } from "./visit-buttons";
import { VisitStateBadge } from "./visit-state";

export interface OpenVisitsProps {
  visits: readonly PlatformVisit[];
  /** The reader. */
  userId: string;
  timeZone: string;
  /** False on pages that are about one tenant. */
  showsTenant?: boolean;
}

/** The visits that are not over, with what can be done about each. */
export function OpenVisits({ visits, userId, timeZone, showsTenant = true }: OpenVisitsProps) {
  return (
    <Card title="Now" description="Running, and waiting for a tenant's word" flush>
      {visits.length === 0 ? (
        <EmptyState icon={DoorOpen} title="Nobody is in a tenant" className="py-8" />
      ) : (
        <ul className="divide-y">
          {visits.map((visit) => (
            <li key={visit.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                  {visit.admin.name}
                  {showsTenant && (
                    <>
                      <span className="font-normal text-muted-foreground">in</span>
                      <Link href={`/admin/tenants/${visit.tenant.id}/visits`} className="underline">
                        {visit.tenant.name}
                      </Link>
                    </>
                  )}
                  <VisitStateBadge visit={visit} />
                </h3>
                <p className="mt-0.5 whitespace-pre-line break-words">{visit.reason}</p>
                <p className="mt-1 text-muted-foreground text-xs">
                  <VisitTimes visit={visit} timeZone={timeZone} />
                </p>
                <Writing visit={visit} />
              </div>
              <VisitButtons visit={visit} isOwn={visit.admin.id === userId} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function VisitTimes({ visit, timeZone }: { visit: PlatformVisit; timeZone: string }) {
  if (visit.started_at)
    return (
      <>
        Since <Timestamp value={visit.started_at} timeZone={timeZone} />, until{" "}
        <Timestamp value={visit.ends_at} timeZone={timeZone} />
      </>
    );
  return (
    <>
      Asked <Timestamp value={visit.created_at} timeZone={timeZone} />, open until{" "}
      <Timestamp value={visit.open_until} timeZone={timeZone} />
    </>
  );
}

function Writing({ visit }: { visit: PlatformVisit }) {
  if (!visit.writing_reason) return null;
  return (
    <div className="mt-2 border-s-2 ps-3 text-sm">
      <p className="whitespace-pre-line break-words">
        <span className="text-muted-foreground">Asks to write:</span> {visit.writing_reason}
      </p>
      {visit.writing_agreement && (
        <p className="whitespace-pre-line break-words">
          <span className="text-muted-foreground">{visit.writing_agreed_by?.name} agreed:</span>{" "}
          {visit.writing_agreement}
        </p>
      )}
    </div>
  );
}
