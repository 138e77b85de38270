"use client";

import { Button } from "@/components/ui/button";
import { toast, toastFailure, toastWithUndo } from "@/components/ui/toast";
import { REQUEST_ID } from "../../sample";
import { Specimen } from "../../specimen";

const PRESS = [{ do: "click", on: "button" }] as const;
const TOAST = "[data-sonner-toast]";

const KINDS = [
  { state: "success", show: () => toast.success("Account saved") },
  { state: "info", show: () => toast.info("The first 1,000 rows are selected") },
  {
    state: "failure",
    show: () =>
      toastFailure({ code: "conflict", message: "The payment has been processed already.", requestId: REQUEST_ID }),
  },
  {
    state: "undo",
    show: () => toastWithUndo("Hotel Lisboa deleted", async () => ({ ok: true, data: null }), "Hotel Lisboa is back"),
  },
];

export function ToastSpecimens() {
  return KINDS.map(({ state, show }) => (
    <Specimen key={state} of="toast" state={state} steps={PRESS} shows={TOAST}>
      <Button onClick={show}>Toast: {state}</Button>
    </Specimen>
  ));
}
