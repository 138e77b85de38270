import { ChartNoAxesColumn } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { DayChart } from "@/components/charts/day-chart";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { cn } from "@/lib/cn";
import { numbersOf } from "@/lib/locale";
import { formatAmount } from "@/lib/money";
import type { PlatformTotals } from "@/lib/platform-totals/schema";
import type { TimeFormat } from "@/lib/time";
import { volumeChart } from "./chart-data";
import { overviewHref } from "./range";

export interface VolumeCardProps {
  totals: PlatformTotals;
  days: number;
  format: TimeFormat;
}

/** What was collected by day, in one currency; the others are a click away, and never added to it. */
export function VolumeCard({ totals, days, format }: VolumeCardProps) {
  const t = useTranslations("server.platform");
  const locale = numbersOf(useLocale());
  const { currencies, currency } = totals;
  const sum = currencies.find((one) => one.currency === currency);
  return (
    <Card
      title={t("volume.title")}
      description={t("volume.help")}
      className="mb-4"
      actions={
        currency && (
          <nav aria-label={t("volume.currency")} className="flex flex-wrap gap-1">
            {[...new Set([...currencies.map((one) => one.currency), currency])].map((code) => (
              <Link
                key={code}
                href={overviewHref({ days, currency: code })}
                scroll={false}
                aria-current={code === currency ? "true" : undefined}
                className={cn(
                  "rounded-md px-2 py-1 font-medium text-xs tabular-nums",
                  code === currency ? "bg-accent-subtle text-accent" : "text-muted-foreground hover:bg-surface-muted",
                )}
              >
                {code}
              </Link>
            ))}
          </nav>
        )
      }
    >
      {currency && sum && sum.count > 0 ? (
        <>
          <p className="mb-4 flex flex-wrap items-baseline gap-x-3">
            <span className="font-semibold text-xl tabular-nums">{formatAmount(sum.amount, currency, locale)}</span>
            <span className="text-muted-foreground">
              {sum.refunded_amount > 0
                ? t("volume.refunded", {
                    count: sum.count,
                    amount: formatAmount(sum.refunded_amount, currency, locale),
                  })
                : t("overview.payments", { count: sum.count })}
            </span>
          </p>
          <DayChart caption={t("volume.caption", { currency })} {...volumeChart(t, totals, currency, format)} />
        </>
      ) : (
        <EmptyState
          icon={ChartNoAxesColumn}
          title={currency ? t("volume.noneIn", { currency }) : t("volume.none")}
          description={t("volume.noneHelp")}
        />
      )}
    </Card>
  );
}
