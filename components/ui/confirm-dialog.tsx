"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, useState, useTransition } from "react";
import type { ActionError, ActionResult } from "@/lib/http/action-result";
import { Alert } from "./alert";
import { Button } from "./button";
import { backdropClassName } from "./dialog";

export interface ConfirmDialogProps<T> {
  /** The button that asks; absent when `open` and `onOpenChange` are given. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  /** The verb: "Revoke key", not "OK". */
  confirmLabel: string;
  tone?: "primary" | "danger";
  action: () => Promise<ActionResult<T>>;
  onSuccess?: (data: T) => void;
}

/** Asks before something that matters, runs it, and shows a refusal in place; it closes only on success. */
export function ConfirmDialog<T>(props: ConfirmDialogProps<T>) {
  const { trigger, title, description, confirmLabel, tone = "danger", action, onSuccess } = props;
  const t = useTranslations("client.ui");
  const [ownOpen, setOwnOpen] = useState(false);
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();
  const open = props.open ?? ownOpen;

  function setOpen(next: boolean) {
    setError(null);
    setOwnOpen(next);
    props.onOpenChange?.(next);
  }

  function confirm() {
    if (isPending) return;
    startTransition(async () => {
      const result = await action();
      if (!result.ok) {
        setError(result.error);
        return;
      }
      setOpen(false);
      onSuccess?.(result.data);
    });
  }

  return (
    <Base.Root open={open} onOpenChange={(next) => !isPending && setOpen(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={backdropClassName} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto p-3 sm:items-center">
          <Base.Popup className="overlay-panel w-full max-w-md p-5">
            <Base.Title className="font-semibold text-lg">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-1.5 text-muted-foreground">
              {description}
            </Base.Description>
            {error && (
              <Alert tone="danger" live requestId={error.requestId} className="mt-4">
                {error.message}
              </Alert>
            )}
            <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
              <Base.Close render={<Button disabled={isPending} />}>{t("cancel")}</Base.Close>
              <Button variant={tone} loading={isPending} onClick={confirm}>
                {confirmLabel}
              </Button>
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
