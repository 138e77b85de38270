import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Timestamp } from "@/components/ui/timestamp";
import type { Visit } from "@/lib/visits/schema";
import { AnswerButtons } from "./answer-buttons";

export interface AskingBannerProps {
  tenantSlug: string;
  visits: readonly Visit[];
  timeZone: string;
}

/** Asks those who may answer, on every page, whether a platform admin may step in. */
export function AskingBanner({ tenantSlug, visits, timeZone }: AskingBannerProps) {
  const t = useTranslations("client.access.asking");
  return visits.map((visit) => (
    <Alert key={visit.id} title={t("title", { name: visit.admin.name })} className="mb-4">
      <p className="whitespace-pre-line break-words">{visit.reason}</p>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-xs">
        <span>{t.rich("openUntil", { time: () => <Timestamp value={visit.open_until} timeZone={timeZone} /> })}</span>
        <AnswerButtons tenantSlug={tenantSlug} visit={visit} />
      </div>
    </Alert>
  ));
}
