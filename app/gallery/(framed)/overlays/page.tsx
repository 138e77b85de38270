import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { Specimens } from "../../specimen";
import { DialogSpecimens } from "./dialog-specimens";
import { FormDialogSpecimens } from "./form-dialog-specimens";
import { PopupSpecimens } from "./popup-specimens";
import { ToastSpecimens } from "./toast-specimens";

export const metadata: Metadata = { title: "Overlays" };

export default function OverlaysPage() {
  return (
    <>
      <PageHeader title="Overlays" />
      <Specimens>
        <PopupSpecimens />
        <DialogSpecimens />
        <FormDialogSpecimens />
        <ToastSpecimens />
      </Specimens>
    </>
  );
}
