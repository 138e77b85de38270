import { CopyableId } from "@/components/ui/copyable-id";
import { Money } from "@/components/ui/money";
import { TimeFormatProvider } from "@/components/ui/time-format";
import { Timestamp } from "@/components/ui/timestamp";
import { ID, MOMENT, ROW, TIME_ZONE } from "../../sample";
import { Specimen } from "../../specimen";

/** No decimals, three, four, signs of several currencies, and codes without a sign. */
const AMOUNTS: [amountMinor: number, currency: string][] = [
  [1_234_550, "EUR"],
  [1_234_550, "USD"],
  [1_234_550, "GBP"],
  [125_000, "JPY"],
  [1_234_500, "KWD"],
  [98_765_432, "HUF"],
  [1_234_567, "CLF"],
  [50_000, "CHF"],
];

const STYLES = ["date", "minute", "second"] as const;

export function ValueSpecimens() {
  return (
    <>
      <Specimen of="Money" state="currencies">
        <div className="flex flex-col items-end gap-1">
          {AMOUNTS.map(([amountMinor, currency]) => (
            <Money key={currency} amountMinor={amountMinor} currency={currency} />
          ))}
        </div>
      </Specimen>
      <Specimen of="Money" state="negative, nothing, unknown">
        <div className="flex flex-col items-end gap-1">
          <Money amountMinor={-99} currency="USD" />
          <Money amountMinor={-1_234_550} currency="KWD" />
          <Money amountMinor={0} currency="EUR" />
          <Money amountMinor={null} currency="EUR" />
        </div>
      </Specimen>
      <Specimen of="Money" state="very large, without code">
        <div className="flex flex-col items-end gap-1">
          <Money amountMinor={Number.MAX_SAFE_INTEGER} currency="EUR" />
          <Money amountMinor={123_456_789} currency="EUR" codeHidden />
        </div>
      </Specimen>
      <Specimen of="Timestamp" state="styles">
        <div className="flex flex-col gap-1">
          {STYLES.map((style) => (
            <Timestamp key={style} value={MOMENT} timeZone={TIME_ZONE} style={style} />
          ))}
          <Timestamp value={MOMENT} timeZone={TIME_ZONE} zoneShown />
          <Timestamp value={null} timeZone={TIME_ZONE} />
        </div>
      </Specimen>
      <Specimen of="TimeFormatProvider" state="chosen format">
        <TimeFormatProvider value={{ dateFormat: "YYYY-MM-DD", clock: "12h" }}>
          <Timestamp value={MOMENT} timeZone={TIME_ZONE} style="second" zoneShown />
        </TimeFormatProvider>
      </Specimen>
      <Specimen of="TimeHints" state="open" steps={[{ do: "hover", on: "time" }]} shows="role=tooltip">
        <Timestamp value={MOMENT} timeZone={TIME_ZONE} />
      </Specimen>
      <Specimen of="CopyableId">
        <div className={ROW}>
          <CopyableId id={ID} />
          <CopyableId id="short-id" />
        </div>
      </Specimen>
      <Specimen of="CopyableId" state="full">
        <CopyableId id={ID} full />
      </Specimen>
    </>
  );
}
