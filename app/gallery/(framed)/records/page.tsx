import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { DetailSpecimens } from "./detail-specimens";
import { FactSpecimens } from "./fact-specimens";
import { HistorySpecimens } from "./history-specimens";
import { MatrixSpecimen } from "./matrix-specimen";

export const metadata: Metadata = { title: "Records" };

export default function RecordsPage() {
  return (
    <>
      <PageHeader title="Records" />
      <Specimens>
        <FactSpecimens />
        <HistorySpecimens />
        <DetailSpecimens />
        <MatrixSpecimen />
      </Specimens>
    </>
  );
}
