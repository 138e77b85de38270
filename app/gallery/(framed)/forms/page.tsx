import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { ChoiceFieldSpecimens } from "./choice-field-specimens";
import { FormSpecimens } from "./form-specimens";
import { TextFieldSpecimens } from "./text-field-specimens";

export const metadata: Metadata = { title: "Forms" };

export default function FormsPage() {
  return (
    <>
      <PageHeader title="Forms" />
      <Specimens>
        <TextFieldSpecimens />
        <ChoiceFieldSpecimens />
        <FormSpecimens />
      </Specimens>
    </>
  );
}
