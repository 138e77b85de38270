import { type ChartSeries, DayChart } from "@/components/charts/day-chart";
import { SparkLine } from "@/components/charts/spark-line";
import { Specimen } from "../../specimen";
import { COLLECTED, inEuro, LABELS, NOTHING, REFUNDED, ticksOf } from "./series";

const SERIES: ChartSeries[] = [
  { label: "Collected", tone: "accent" },
  { label: "Refunded", tone: "warning" },
];

const LINES = [
  { name: "rising and falling", values: COLLECTED },
  { name: "below nothing", values: [3, 1, -2, -4, 0, 2] },
];

export function DayChartSpecimens() {
  return (
    <>
      <Specimen of="DayChart" state="two series">
        <DayChart caption="Two series" series={SERIES} days={daysOf(COLLECTED, REFUNDED)} ticks={ticksOf(360_000)} />
      </Specimen>
      <Specimen of="DayChart" state="one series">
        <DayChart caption="One series" series={SERIES.slice(0, 1)} days={daysOf(COLLECTED)} ticks={ticksOf(300_000)} />
      </Specimen>
      <Specimen of="DayChart" state="nothing">
        <DayChart caption="Nothing" series={SERIES.slice(0, 1)} days={daysOf(NOTHING)} ticks={ticksOf(0)} legendShown />
      </Specimen>
      <Specimen of="DayChart" state="pointed at" steps={[{ do: "hover", on: "figure .relative.h-44 >> nth=1" }]}>
        <DayChart caption="Pointed at" series={SERIES} days={daysOf(COLLECTED, REFUNDED)} ticks={ticksOf(360_000)} />
      </Specimen>
      <Specimen of="DayChart" state="as a table" steps={[{ do: "click", on: "summary" }]} shows="details[open] table">
        <DayChart caption="As a table" series={SERIES} days={daysOf(COLLECTED, REFUNDED)} ticks={ticksOf(360_000)} />
      </Specimen>
      {LINES.map(({ name, values }) => (
        <Specimen key={name} of="SparkLine" state={name}>
          <SparkLine values={values} />
        </Specimen>
      ))}
    </>
  );
}

function daysOf(...series: (readonly number[])[]) {
  return LABELS.map((label, index) => {
    const values = series.map((one) => one[index] ?? 0);
    return { label, values, texts: values.map(inEuro) };
  });
}
