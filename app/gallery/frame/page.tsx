import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { DemoBanner } from "@/components/shell/demo-banner";
import { IconButton } from "@/components/ui/icon-button";
import { Frame } from "../frame";
import { LoadErrorSpecimen } from "./load-error-specimen";

export const metadata: Metadata = { title: "Platform's frame" };

/** The frame of the platform's section, with everything that it can hold, around a page that could not be loaded. */
export default function PlatformFramePage() {
  return (
    <Frame
      variant="admin"
      banner={
        <DemoBanner>
          You see what Ann Lee of Harbour Hotels sees, until 14:30. Reason: “cannot find an invoice”
        </DemoBanner>
      }
      bell={
        <IconButton label="What is new">
          <Bell aria-hidden />
        </IconButton>
      }
    >
      <LoadErrorSpecimen />
    </Frame>
  );
}
