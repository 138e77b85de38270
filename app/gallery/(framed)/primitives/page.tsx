import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { ButtonSpecimens } from "./button-specimens";
import { MarkSpecimens } from "./mark-specimens";
import { ValueSpecimens } from "./value-specimens";

export const metadata: Metadata = { title: "Primitives" };

export default function PrimitivesPage() {
  return (
    <>
      <PageHeader title="Primitives" />
      <Specimens>
        <ButtonSpecimens />
        <MarkSpecimens />
        <ValueSpecimens />
      </Specimens>
    </>
  );
}
