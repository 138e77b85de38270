"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ExternalToast, toast as sonner } from "sonner";
import type { ActionError, ActionResult } from "@/lib/http/action-result";

/** Long enough to read what was done, to think, and to reach the button by keyboard. */
const UNDO_MS = 10_000;

/** A failure is read when there is time for it: it stays until it is closed. */
const STAYS: ExternalToast = { duration: Number.POSITIVE_INFINITY, closeButton: true };

/** Short messages in the corner. They only add to what a page shows: nothing is told by them alone. */
export const toast = {
  success: (message: ReactNode, options?: ExternalToast) => sonner.success(message, options),
  info: (message: ReactNode, options?: ExternalToast) => sonner.info(message, options),
  error: (message: ReactNode, options?: ExternalToast) => sonner.error(message, { ...STAYS, ...options }),
};

/** Tells that an action was refused, and under which id the log has it. */
export function toastFailure({ message, requestId }: ActionError): void {
  toast.error(message, { description: <RequestLine id={requestId} /> });
}

/**
 * Tells what was done, with a button that takes it back. Only for what can be taken back whole; never for money.
 * @param undone what is told after that, such as “Hotel Lisboa is back”
 */
export function toastWithUndo<T>(message: string, undo: () => Promise<ActionResult<T>>, undone: string): void {
  async function takeBack() {
    const result = await undo();
    if (result.ok) toast.success(undone);
    else toastFailure(result.error);
  }
  toast.success(message, { duration: UNDO_MS, action: { label: <UndoLabel />, onClick: () => void takeBack() } });
}

// Toasts are made outside of components, so these texts translate themselves where the toast shows.

function RequestLine({ id }: { id: string }) {
  return useTranslations("client.ui").rich("requestId", { id, code: (chunks) => chunks });
}

function UndoLabel() {
  return useTranslations("client.ui")("undo");
}
