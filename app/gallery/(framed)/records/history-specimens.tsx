import { CircleCheck, CircleX, Info, Pencil, Plus, TriangleAlert } from "lucide-react";
import { TimelineFilter } from "@/components/detail/timeline-filter";
import { DiffView } from "@/components/ui/diff-view";
import { Timeline, TimelineItem } from "@/components/ui/timeline";
import { Timestamp } from "@/components/ui/timestamp";
import { DIFF, LONG_NAME, MOMENT, TIME_ZONE } from "../../sample";
import { Specimen } from "../../specimen";

const LABELS = { billing_amount: "Billing amount" };

export function HistorySpecimens() {
  const when = <Timestamp value={MOMENT} timeZone={TIME_ZONE} style="second" />;
  return (
    <>
      <Specimen of="Timeline" state="tones and details">
        <Timeline label="History">
          <TimelineItem icon={Plus} title="Created" meta={<>Booking engine · {when}</>} />
          <TimelineItem icon={Info} tone="info" title="Sent to the provider" meta={when} />
          <TimelineItem icon={Pencil} title="Changed" meta={<>Ann Lee · {when}</>}>
            <DiffView before={{ nights: 3 }} after={{ nights: 4 }} />
          </TimelineItem>
          <TimelineItem icon={TriangleAlert} tone="warning" title={`Needs a look: ${LONG_NAME}`} meta={when} />
          <TimelineItem icon={CircleX} tone="danger" title="Failed" meta={when} />
          <TimelineItem icon={CircleCheck} tone="success" title="Processed" meta={when} />
        </Timeline>
      </Specimen>
      <Specimen of="TimelineFilter">
        <FilteredTimeline label="Everything" />
      </Specimen>
      <Specimen of="TimelineFilter" state="narrowed" steps={[{ do: "click", on: "button >> nth=1" }]}>
        <FilteredTimeline label="Narrowed" />
      </Specimen>
      <Specimen of="DiffView" state="changed" wide>
        <DiffView before={DIFF.before} after={DIFF.after} labels={LABELS} />
      </Specimen>
      <Specimen of="DiffView" state="with what stayed" wide>
        <DiffView before={DIFF.before} after={DIFF.after} labels={LABELS} unchangedShown />
      </Specimen>
      <Specimen of="DiffView" state="created">
        <DiffView before={null} after={DIFF.after} labels={LABELS} />
      </Specimen>
      <Specimen of="DiffView" state="deleted">
        <DiffView before={DIFF.before} after={null} labels={LABELS} />
      </Specimen>
      <Specimen of="DiffView" state="nothing changed">
        <DiffView before={DIFF.before} after={DIFF.before} />
      </Specimen>
    </>
  );
}

function FilteredTimeline({ label }: { label: string }) {
  return (
    <TimelineFilter counts={{ change: 1, refund: 1, webhook: 1 }}>
      <Timeline label={label}>
        <TimelineItem kind="change" icon={Plus} title="Created" />
        <TimelineItem kind="refund" icon={CircleCheck} title="Refunded" />
        <TimelineItem kind="webhook" icon={Info} title="Booking engine told" />
      </Timeline>
    </TimelineFilter>
  );
}
