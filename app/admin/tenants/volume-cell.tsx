import { Absent } from "@/components/ui/absent";
import { Money } from "@/components/ui/money";
import type { Texts } from "@/lib/messages/texts";
import type { CurrencyVolume } from "@/lib/tenants/schema";

export interface VolumeCellProps {
  t: Texts<"client.adminTenants">;
  volume: readonly CurrencyVolume[];
}

/** The currency with most payments; how many others there are stands beside it, since no sum of them means anything. */
export function VolumeCell({ t, volume }: VolumeCellProps) {
  const [first, ...others] = volume;
  if (!first) return <Absent />;
  return (
    <span className="whitespace-nowrap">
      <Money amountMinor={first.amount} currency={first.currency} />
      {others.length > 0 && (
        <span
          className="ms-1.5 text-muted-foreground text-xs"
          title={others.map(({ currency }) => currency).join(", ")}
        >
          {t.rich("moreCurrencies", {
            count: others.length,
            hidden: (chunks) => <span className="sr-only">{chunks}</span>,
          })}
        </span>
      )}
    </span>
  );
}
