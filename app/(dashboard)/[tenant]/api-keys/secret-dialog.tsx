"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { SecretReveal } from "@/components/ui/secret-reveal";
import type { NewApiKey } from "@/lib/api-keys/schema";

export interface SecretDialogProps {
  /** The key that was just made; `null` while there is none. It lives in this page's memory only. */
  made: NewApiKey | null;
  onDone: () => void;
}

/** Shows a new key's secret once. Neither Escape nor a click beside it closes it: only whoever says to have kept it. */
export function SecretDialog({ made, onDone }: SecretDialogProps) {
  const [isKept, setIsKept] = useState(false);
  return (
    <Dialog open={made !== null} disablePointerDismissal>
      {made && (
        <DialogContent title={`Key “${made.api_key.name}”`} closeHidden>
          <SecretReveal secret={made.secret} label="API key" />
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
          <label className="flex items-start gap-2">
            <Checkbox checked={isKept} onCheckedChange={setIsKept} className="mt-0.5" />I have stored the key in a safe
            place
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
