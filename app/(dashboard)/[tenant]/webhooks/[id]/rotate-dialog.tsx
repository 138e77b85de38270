"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import type { ActionError } from "@/lib/http/action-result";
import { SECRET_OVERLAP_HOURS } from "@/lib/webhook-endpoints/schema";
import { rotateSecretAction } from "../actions";

export interface RotateDialogProps {
  tenantSlug: string;
  endpointId: string;
  onRotated: (secret: string) => void;
}

const LABELS = ["Not at all", "For an hour", "For a day", "For 3 days", "For a week"];

const OVERLAPS = SECRET_OVERLAP_HOURS.map((hours, index) => ({
  value: String(hours),
  label: LABELS[index] ?? `For ${hours} hours`,
  ...(hours === 0 && { hint: "For a secret that somebody else may have seen" }),
}));

/** Asks how long requests are to be signed with the old secret too, and rotates. */
export function RotateDialog({ tenantSlug, endpointId, onRotated }: RotateDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [overlap, setOverlap] = useState("24");
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();

  function rotate(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    startTransition(async () => {
      const result = await rotateSecretAction(tenantSlug, { id: endpointId, overlap_hours: Number(overlap) });
      if (!result.ok) return setError(result.error);
      setIsOpen(false);
      onRotated(result.data.secret);
    });
  }

  function setOpen(next: boolean) {
    setError(null);
    setIsOpen(next);
  }

  return (
    <Dialog open={isOpen} onOpenChange={(next) => !isPending && setOpen(next)}>
      <DialogTrigger render={<Button />}>Rotate secret</DialogTrigger>
      <DialogContent
        title="Rotate the signing secret"
        description="Makes a new secret. Until the old one ends, requests carry a signature of each, so that your receiver can change over."
      >
        <form onSubmit={rotate} className="flex flex-col gap-4">
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">The old secret works on</legend>
            <RadioGroup
              aria-label="The old secret works on"
              options={OVERLAPS}
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
            <DialogClose render={<Button disabled={isPending} />}>Cancel</DialogClose>
            <Button type="submit" variant="primary" loading={isPending}>
              Rotate secret
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
