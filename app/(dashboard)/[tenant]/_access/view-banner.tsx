"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Timestamp } from "@/components/ui/timestamp";
import { toastFailure } from "@/components/ui/toast";
import { endViewAction } from "./actions";

export interface ViewBannerProps {
  tenantSlug: string;
  label: string;
  /** ISO 8601. */
  endsAt: string;
  timeZone: string;
}

/** Says on every page as whom one looks, and ends it. */
export function ViewBanner({ tenantSlug, label, endsAt, timeZone }: ViewBannerProps) {
  const t = useTranslations("client.access.view");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();

  function end() {
    startTransition(async () => {
      const result = await endViewAction(tenantSlug, {});
      if (result.ok) router.refresh();
      else toastFailure(result.error);
    });
  }

  return (
    <aside
      aria-label={t("region")}
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-warning-text/40 bg-warning-subtle px-3 py-2 text-warning-text"
    >
      <Icon name="eye" />
      <p className="min-w-0 flex-1 basis-56">
        {t.rich("banner", {
          name: label,
          who: (chunks) => <strong>{chunks}</strong>,
          time: () => <Timestamp value={endsAt} timeZone={timeZone} />,
        })}
      </p>
      <Button size="sm" loading={isPending} onClick={end}>
        {t("end")}
      </Button>
    </aside>
  );
}
