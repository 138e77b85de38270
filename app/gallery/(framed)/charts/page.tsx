import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { DayChartSpecimens } from "./day-chart-specimens";
import { LinkChartSpecimens } from "./link-chart-specimens";

export const metadata: Metadata = { title: "Charts" };

export default function ChartsPage() {
  return (
    <>
      <PageHeader title="Charts" />
      <Specimens>
        <DayChartSpecimens />
        <LinkChartSpecimens />
      </Specimens>
    </>
  );
}
