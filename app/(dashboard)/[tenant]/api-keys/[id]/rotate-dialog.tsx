"use client";

import { type FormEvent, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTrigger } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ApiKey, type NewApiKey, ROTATION_OVERLAP_HOURS } from "@/lib/api-keys/schema";
import type { ActionError } from "@/lib/http/action-result";
import { rotateApiKeyAction } from "../actions";

export interface RotateDialogProps {
  tenantSlug: string;
  apiKey: Pick<ApiKey, "id" | "name">;
  onRotated: (made: NewApiKey) => void;
}

const OVERLAPS = ROTATION_OVERLAP_HOURS.map((hours) => ({
  value: String(hours),
  label: overlapLabel(hours),
  ...(hours === 0 && { hint: "For a key that somebody else may have seen" }),
}));

/** Asks how long the old key is to live on, and rotates. */
export function RotateDialog({ tenantSlug, apiKey, onRotated }: RotateDialogProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [overlap, setOverlap] = useState("24");
  const [error, setError] = useState<ActionError | null>(null);
  const [isPending, startTransition] = useTransition();

  function rotate(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    startTransition(async () => {
      const result = await rotateApiKeyAction(tenantSlug, { id: apiKey.id, overlap_hours: Number(overlap) });
      if (!result.ok) return setError(result.error);
      setIsOpen(false);
      onRotated(result.data);
    });
  }

  function setOpen(next: boolean) {
    setError(null);
    setIsOpen(next);
  }

  return (
    <Dialog open={isOpen} onOpenChange={(next) => !isPending && setOpen(next)}>
      <DialogTrigger render={<Button />}>Rotate</DialogTrigger>
      <DialogContent
        title={`Rotate “${apiKey.name}”`}
        description="Makes a new key with the same permissions and accounts. The old one ends after the time you choose."
      >
        <form onSubmit={rotate} className="flex flex-col gap-4">
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 font-medium">The old key works on</legend>
            <RadioGroup
              aria-label="The old key works on"
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
              Rotate key
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function overlapLabel(hours: number): string {
  if (hours === 0) return "Not at all: it ends at once";
  if (hours % 24 > 0) return hours === 1 ? "For an hour" : `For ${hours} hours`;
  return hours === 24 ? "For a day" : `For ${hours / 24} days`;
}
