import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FeedbackSection } from "./feedback-section";
import { FormSection } from "./form-section";
import { OverlaySection } from "./overlay-section";
import { PrimitivesSection } from "./primitives-section";
import { RecordSection } from "./record-section";

export const metadata: Metadata = { title: "Components" };

export default function GalleryPage() {
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Development", href: "/gallery" }, { label: "Components" }]}
        title="Components"
        description="Every component in its states. Pages are put together from these and nothing else."
        actions={
          <ButtonLink href="/gallery/list" variant="primary">
            Open the list
          </ButtonLink>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <PrimitivesSection />
        <OverlaySection />
        <RecordSection />
        <FeedbackSection />
        <FormSection />
      </div>
    </>
  );
}
