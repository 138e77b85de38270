import Link from "next/link";
import { LinkChart } from "@/components/charts/link-chart";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";
import { type ChartInput, outcomeChart, volumeChart } from "./charts";
import { useWords, type Words } from "./words";

export interface ChartCardsProps extends ChartInput {
  /** Currencies with something in the range, the chosen one among them, and where each is chosen. */
  currencies: readonly { code: string; href: string }[];
}

/** Volume and outcome over time. */
export function ChartCards({ currencies, ...input }: ChartCardsProps) {
  const { currency } = input;
  const { interval } = input.now.period;
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Card
        title={t("charts.collected", { currency })}
        description={t("charts.collectedHelp", { interval })}
        className="mb-4"
        actions={currencies.length > 1 && <CurrencyLinks t={t} currencies={currencies} currency={currency} />}
      >
        <LinkChart caption={t("charts.collectedBy", { currency, interval })} {...volumeChart(words, input)} />
      </Card>
      <Card title={t("charts.failed")} description={t("charts.failedHelp", { currency })} className="mb-4">
        <LinkChart caption={t("charts.failedBy", { currency, interval })} {...outcomeChart(words, input)} />
      </Card>
    </>
  );
}

/** The currencies of the range; they are never added up. */
export function CurrencyLinks(props: Pick<ChartCardsProps, "currencies" | "currency"> & Pick<Words, "t">) {
  const { t, currencies, currency } = props;
  return (
    <nav aria-label={t("charts.currency")} className="flex flex-wrap gap-1 max-sm:w-full">
      {currencies.map(({ code, href }) => (
        <Link
          key={code}
          href={href}
          scroll={false}
          prefetch={false}
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
  );
}
