import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { ChoiceSpecimens } from "./choice-specimens";
import { InputSpecimens } from "./input-specimens";
import { PagerSpecimen } from "./pager-specimen";
import { PickerSpecimens } from "./picker-specimens";

export const metadata: Metadata = { title: "Controls" };

export default function ControlsPage() {
  return (
    <>
      <PageHeader title="Controls" />
      <Specimens>
        <InputSpecimens />
        <PickerSpecimens />
        <ChoiceSpecimens />
        <PagerSpecimen />
      </Specimens>
    </>
  );
}
