import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  const t = useTranslations("server.platform");
  return (
    <Card title={t("visits.now")} description={t("visits.nowHelp")} flush>
      {visits.length === 0 ? (
        <EmptyState icon={DoorOpen} title={t("visits.nobody")} className="py-8" />
      ) : (
        <ul className="divide-y">
          {visits.map((visit) => (
            <li key={visit.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                  {showsTenant
                    ? t.rich("visits.who", {
                        name: visit.admin.name,
                        tenant: visit.tenant.name,
                        quiet: (chunks) => <span className="font-normal text-muted-foreground">{chunks}</span>,
                        link: (chunks) => (
                          <Link href={`/admin/tenants/${visit.tenant.id}/visits`} className="underline">
                            {chunks}
                          </Link>
                        ),
                      })
                    : visit.admin.name}
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
  const t = useTranslations("server.platform");
  if (visit.started_at)
    return t.rich("visits.running", {
      start: () => <Timestamp value={visit.started_at} timeZone={timeZone} />,
      end: () => <Timestamp value={visit.ends_at} timeZone={timeZone} />,
    });
  return t.rich("visits.waiting", {
    start: () => <Timestamp value={visit.created_at} timeZone={timeZone} />,
    end: () => <Timestamp value={visit.open_until} timeZone={timeZone} />,
  });
}

function Writing({ visit }: { visit: PlatformVisit }) {
  const t = useTranslations("server.platform");
  if (!visit.writing_reason) return null;
  const quiet = (chunks: ReactNode) => <span className="text-muted-foreground">{chunks}</span>;
  return (
    <div className="mt-2 border-s-2 ps-3 text-sm">
      <p className="whitespace-pre-line break-words">
        {t.rich("visits.asksToWrite", { reason: visit.writing_reason, quiet })}
      </p>
      {visit.writing_agreement && (
        <p className="whitespace-pre-line break-words">
          {t.rich("visits.agreed", {
            name: visit.writing_agreed_by?.name ?? "",
            reason: visit.writing_agreement,
            quiet,
          })}
        </p>
      )}
    </div>
  );
}
