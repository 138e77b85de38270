"use client";

import { EditDialog } from "@/components/form/edit-dialog";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { RotateDialog } from "@/components/form/rotate-dialog";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { refuse } from "../../actions";
import { Specimen } from "../../specimen";

const PRESS = [{ do: "click", on: "button" }] as const;
const SEND = { do: "click", on: "role=dialog >> button[type=submit]" } as const;

const REASON = {
  title: "Suspend Harbour Hotels?",
  description: "Its people and keys are refused until you let it in again.",
  confirmLabel: "Suspend tenant",
  tone: "danger",
  doneMessage: "Suspended",
  readBy: "The tenant's owners read it.",
  action: refuse,
} as const;

const ROTATION = {
  title: "Rotate the key?",
  description: "The new one is shown once.",
  noun: "key",
  overlapHours: [0, 1, 24, 168],
  rotate: refuse,
  onRotated: () => {},
} as const;

export function FormDialogSpecimens() {
  return (
    <>
      <Specimen of="EditDialog" state="open" steps={PRESS} shows="role=dialog">
        <EditDialog title="Edit customer" load={() => Promise.resolve("Ann Lee")}>
          {(name) => <Input aria-label="Name" defaultValue={name} />}
        </EditDialog>
      </Specimen>
      <Specimen of="ReasonDialog" state="open" steps={PRESS} shows="role=dialog">
        <ReasonDialog {...REASON} trigger={<Button variant="danger-outline">Suspend</Button>} />
      </Specimen>
      <Specimen of="ReasonDialog" state="invalid" steps={[...PRESS, SEND]} shows="role=dialog >> [aria-invalid=true]">
        <ReasonDialog {...REASON} trigger={<Button variant="danger-outline">Suspend without reason</Button>} />
      </Specimen>
      <Specimen of="RotateDialog" state="open" steps={PRESS} shows="role=dialog">
        <RotateDialog {...ROTATION} trigger="Rotate" />
      </Specimen>
      <Specimen of="RotateDialog" state="refused" steps={[...PRESS, SEND]} shows="role=dialog >> role=alert">
        <RotateDialog {...ROTATION} trigger="Rotate once more" />
      </Specimen>
    </>
  );
}
