import { LinkChart, type LinkSeries } from "@/components/charts/link-chart";
import { Specimen } from "../../specimen";
import { COLLECTED, inEuro, LABELS, NOTHING, REFUNDED, STARTS, ticksOf } from "./series";

const AXIS = { labels: LABELS, starts: STARTS, partName: "Day" };
const UP = seriesOf("Collected", "accent", COLLECTED);
const DOWN = seriesOf("Refunded", "warning", REFUNDED);
const BEFORE = COLLECTED.map((value, index) => Math.round(value * (index % 3 === 0 ? 1.2 : 0.8)));
const GHOST = {
  label: "October",
  values: BEFORE,
  texts: BEFORE.map(inEuro),
  labels: LABELS.map((label) => label.replace("Nov", "Oct")),
};
const RATE = {
  label: "Success rate",
  values: LABELS.map((_, index) => (index % 9 === 8 ? null : 0.7 + (index % 4) * 0.08)),
  texts: LABELS.map((_, index) => (index % 9 === 8 ? "" : `${70 + (index % 4) * 8}%`)),
};

export function LinkChartSpecimens() {
  return (
    <>
      <Specimen of="LinkChart" state="one series">
        <LinkChart {...AXIS} caption="One series" up={UP} ticks={ticksOf(300_000)} />
      </Specimen>
      <Specimen of="LinkChart" state="what hangs down">
        <LinkChart {...AXIS} caption="What hangs down" up={UP} down={DOWN} ticks={ticksOf(300_000, 60_000)} />
      </Specimen>
      <Specimen of="LinkChart" state="everything" wide>
        <LinkChart
          {...AXIS}
          caption="Everything"
          up={UP}
          down={DOWN}
          ghost={GHOST}
          rate={RATE}
          ticks={ticksOf(360_000, 60_000)}
        />
      </Specimen>
      <Specimen of="LinkChart" state="reached by keyboard" wide steps={[{ do: "focus", on: "figure a >> nth=20" }]}>
        <LinkChart {...AXIS} caption="Reached" up={UP} ghost={GHOST} rate={RATE} ticks={ticksOf(360_000)} />
      </Specimen>
      <Specimen of="LinkChart" state="nothing">
        <LinkChart {...AXIS} caption="Nothing" up={seriesOf("Collected", "accent", NOTHING)} ticks={ticksOf(0)} />
      </Specimen>
    </>
  );
}

function seriesOf(label: string, tone: LinkSeries["tone"], values: readonly number[]): LinkSeries {
  return { label, tone, values, texts: values.map(inEuro), hrefs: values.map((_, day) => `/gallery/list?day=${day}`) };
}
