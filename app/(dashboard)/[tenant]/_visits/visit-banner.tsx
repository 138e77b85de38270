"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { RefreshWhile } from "@/app/(dashboard)/[tenant]/refresh-while";
import { AskWritingButton, EndOwnVisitButton } from "@/app/admin/visits/own-visit-buttons";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Timestamp } from "@/components/ui/timestamp";
import type { ActorVisit } from "@/lib/actor";

export interface VisitBannerProps {
  visit: ActorVisit;
  adminName: string;
  tenantName: string;
  timeZone: string;
}

/** Says on every page that a platform admin is a guest here: who, why, how long still, and what the visit may do. */
export function VisitBanner({ visit, adminName, tenantName, timeZone }: VisitBannerProps) {
  const t = useTranslations("client.access.visit");
  const minutesLeft = useMinutesUntil(visit.endsAt);
  const isOver = minutesLeft !== null && minutesLeft <= 0;
  const time = () => <Timestamp value={visit.endsAt} timeZone={timeZone} />;
  const bold = (chunks: ReactNode) => <strong>{chunks}</strong>;
  return (
    <aside
      aria-label={t("region")}
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border-2 border-accent bg-accent-subtle px-3 py-2"
    >
      <RefreshWhile pending={!isOver && visit.isWritingAsked && !visit.isWriting} />
      <Icon name="door-open" className="text-accent" />
      <div className="min-w-0 flex-1 basis-64">
        <p>
          {t.rich("visiting", { admin: adminName, tenant: tenantName, who: bold, where: bold })}{" "}
          <Badge tone={visit.isWriting ? "danger" : "neutral"}>{visit.isWriting ? t("writing") : t("reading")}</Badge>
        </p>
        <p className="break-words text-muted-foreground text-xs">
          {visit.reason} ·{" "}
          {minutesLeft === null
            ? t.rich("until", { time })
            : t.rich(isOver ? "overSince" : "untilLeft", { time, minutes: minutesLeft })}
          {visit.isWritingAsked && !visit.isWriting && ` · ${t("waiting")}`}
        </p>
      </div>
      {isOver ? (
        <ButtonLink size="sm" href="/admin/visits">
          {t("back")}
        </ButtonLink>
      ) : (
        <div className="flex gap-2">
          {!visit.isWritingAsked && <AskWritingButton id={visit.id} />}
          <EndOwnVisitButton id={visit.id} />
        </div>
      )}
    </aside>
  );
}

/** Whole minutes until a moment, kept up to date; null before the page has come to life, so that servers agree. */
function useMinutesUntil(moment: string): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const update = () => setMinutes(Math.ceil((Date.parse(moment) - Date.now()) / 60_000));
    update();
    const timer = setInterval(update, 10_000);
    return () => clearInterval(timer);
  }, [moment]);
  return minutes;
}
