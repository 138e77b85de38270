import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { VisitStateBadge } from "@/app/admin/visits/visit-state";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Timestamp } from "@/components/ui/timestamp";
import type { Visit } from "@/lib/visits/schema";
import { endOfVisit, rightsOfVisit } from "@/lib/visits/words";
import { AnswerButtons } from "./answer-buttons";

export interface VisitsCardProps {
  tenantSlug: string;
  /** Newest first. */
  visits: readonly Visit[];
  hasMore: boolean;
  mayAnswer: boolean;
  timeZone: string;
}

/** Who of the platform was here, when and why, and who is. */
export function VisitsCard({ tenantSlug, visits, hasMore, mayAnswer, timeZone }: VisitsCardProps) {
  const t = useTranslations("server.access");
  const sentence = useSentence();
  return (
    <Card id="visits" title={t("visits")} description={t("visitsHelp")} flush>
      {visits.length === 0 ? (
        <EmptyState icon={DoorOpen} title={t("noVisits")} className="py-8" />
      ) : (
        <ul className="divide-y">
          {visits.map((visit) => {
            const end = endOfVisit(visit);
            return (
              <li key={visit.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
                <div className="min-w-0 flex-1 basis-56">
                  <h3 className="flex flex-wrap items-center gap-2 font-medium">
                    {visit.admin.name}
                    <VisitStateBadge visit={visit} />
                  </h3>
                  <p className="mt-0.5 whitespace-pre-line break-words">{visit.reason}</p>
                  <p className="mt-1 text-muted-foreground text-xs">
                    <Timestamp value={visit.started_at ?? visit.created_at} timeZone={timeZone} />
                    {visit.started_at && (
                      <>
                        {" – "}
                        <Timestamp value={visit.ended_at ?? visit.ends_at} timeZone={timeZone} />
                      </>
                    )}
                    {visit.started_at && ` · ${sentence(rightsOfVisit(visit))}`}
                    {end && ` · ${sentence(end)}`}
                    {visit.writing_agreed_at && (
                      <>
                        {" · "}
                        <Link href={`/${tenantSlug}/audit-logs?visit=${visit.id}`} className="underline">
                          {t("changes")}
                        </Link>
                      </>
                    )}
                  </p>
                </div>
                {mayAnswer && <AnswerButtons tenantSlug={tenantSlug} visit={visit} />}
              </li>
            );
          })}
        </ul>
      )}
      {hasMore && <p className="border-t px-4 py-2.5 text-muted-foreground text-xs">{t("earlier")}</p>}
    </Card>
  );
}
