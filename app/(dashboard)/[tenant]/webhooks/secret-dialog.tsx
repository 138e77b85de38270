"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";

export interface SecretDialogProps {
  /** The secret that was just made; `null` while there is none. It lives in this page's memory only. */
  secret: string | null;
  onDone: () => void;
}

/** Shows an endpoint's secret once. Only whoever says to have kept it closes the dialog. */
export function SecretDialog({ secret, onDone }: SecretDialogProps) {
  const [isKept, setIsKept] = useState(false);
  return (
    <Dialog open={secret !== null} disablePointerDismissal>
      {secret && (
        <DialogContent
          title="Signing secret"
          description="Your receiver checks with it that requests come from here."
          closeHidden
        >
          <SecretReveal secret={secret} label="Signing secret" />
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
          <label className="flex items-start gap-2">
            <Checkbox checked={isKept} onCheckedChange={setIsKept} className="mt-0.5" />I have stored the secret in a
            safe place
          </label>
          <DialogFooter>
            <Button variant="primary" disabled={!isKept} onClick={onDone}>
              Done
            </Button>
          </DialogFooter>
        </DialogContent>
      )}
    </Dialog>
  );
}
