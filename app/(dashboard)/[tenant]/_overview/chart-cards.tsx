import Link from "next/link";
import { LinkChart } from "@/components/charts/link-chart";
import { Card } from "@/components/ui/card";
import { cn } from "@/lib/cn";
import { type ChartInput, outcomeChart, volumeChart } from "./charts";

const EVERY = { hour: "hour", day: "day", week: "week", month: "month" } as const;

export interface ChartCardsProps extends ChartInput {
  /** Currencies with something in the range, the chosen one among them, and where each is chosen. */
  currencies: readonly { code: string; href: string }[];
}

/** Volume and outcome over time. */
export function ChartCards({ currencies, ...input }: ChartCardsProps) {
  const { currency } = input;
  const every = EVERY[input.now.period.interval];
  return (
    <>
      <Card
        title={`Collected in ${currency}`}
        description={`By the ${every} payments were made, and refunds succeeded. Each bar leads to its payments or refunds.`}
        className="mb-4"
        actions={currencies.length > 1 && <CurrencyLinks currencies={currencies} currency={currency} />}
      >
        <LinkChart caption={`Collected in ${currency} by ${every}`} {...volumeChart(input)} />
      </Card>
      <Card
        title="Failed payments"
        description={`In ${currency}, and which part of the payments that ended was collected.`}
        className="mb-4"
      >
        <LinkChart caption={`Failed payments in ${currency} by ${every}`} {...outcomeChart(input)} />
      </Card>
    </>
  );
}

/** The currencies of the range; they are never added up. */
export function CurrencyLinks({ currencies, currency }: Pick<ChartCardsProps, "currencies" | "currency">) {
  return (
    <nav aria-label="Currency" className="flex flex-wrap gap-1 max-sm:w-full">
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
