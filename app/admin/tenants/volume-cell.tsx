import { Money } from "@/components/ui/money";
import type { CurrencyVolume } from "@/lib/tenants/schema";

/** The currency with most payments; how many others there are stands beside it, since no sum of them means anything. */
export function VolumeCell({ volume }: { volume: readonly CurrencyVolume[] }) {
  const [first, ...others] = volume;
  if (!first) return <span className="text-muted-foreground">–</span>;
  return (
    <span className="whitespace-nowrap">
      <Money amountMinor={first.amount} currency={first.currency} />
      {others.length > 0 && (
        <span
          className="ms-1.5 text-muted-foreground text-xs"
          title={others.map(({ currency }) => currency).join(", ")}
        >
          +{others.length}
          <span className="sr-only"> more {others.length === 1 ? "currency" : "currencies"}</span>
        </span>
      )}
    </span>
  );
}
