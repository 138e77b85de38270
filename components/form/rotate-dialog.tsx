"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ActionError, ActionResult } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";

export interface RotateDialogProps<T> {
  /** Text of the button that opens the dialog. */
  trigger: string;
  title: string;
  description: string;
  /** What is replaced. */
  noun: "key" | "secret";
  /** Hours for which the old one may live on. */
  overlapHours: readonly number[];
  rotate: (overlapHours: number) => Promise<ActionResult<T>>;
  onRotated: (made: T) => void;
}

/** Asks how long the old secret is to live on, and rotates. */
export function RotateDialog<T>({ trigger, title, description, noun, overlapHours, ...given }: RotateDialogProps<T>) {
  const t = useTranslations("client.form.rotate");
  const forms = useTranslations("client.form");
  const [isOpen, setIsOpen] = useState(false);
  const [overlap, setOverlap] = useState("24");
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();
  const question = t(`${noun}.question`);

  function rotate(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    startTransition(async () => {
      const result = await given.rotate(Number(overlap));
      if (!result.ok) return setError(result.error);
      setIsOpen(false);
      given.onRotated(result.data);
    });
  }

  function setOpen(next: boolean) {
    setError(null);
    setIsOpen(next);
  }

  return (
    <Dialog open={isOpen} onOpenChange={(next) => !isPending && setOpen(next)}>
      <DialogTrigger render={<Button />}>{trigger}</DialogTrigger>
      <DialogContent title={title} description={description}>
        <form onSubmit={rotate} className="flex flex-col gap-4">
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">{question}</legend>
            <RadioGroup
              aria-label={question}
              options={overlapHours.map((hours) => ({
                value: String(hours),
                label: overlapLabel(t, hours),
                ...(hours === 0 && { hint: t(`${noun}.exposed`) }),
              }))}
              value={overlap}
              onValueChange={setOverlap}
            />
          </fieldset>
          {error && (
            <Alert tone="danger" live requestId={error.requestId}>
              {error.message}
            </Alert>
          )}
          <DialogFooter>
            <DialogClose render={<Button disabled={isPending} />}>{forms("cancel")}</DialogClose>
            <Button type="submit" variant="primary" loading={isPending}>
              {t(`${noun}.submit`)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function overlapLabel(t: Texts<"client.form.rotate">, hours: number): string {
  if (hours === 0) return t("notAtAll");
  return hours % 24 > 0 ? t("hours", { count: hours }) : t("days", { count: hours / 24 });
}
