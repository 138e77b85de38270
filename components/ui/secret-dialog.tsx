"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";
import { Checkbox } from "./checkbox";
import { Dialog, DialogContent, DialogFooter } from "./dialog";
import { SecretReveal } from "./secret-reveal";

export interface SecretDialogProps {
  title: string;
  description?: string;
  /** The secret that was just made; `null` while there is none. It lives in this page's memory only. */
  secret: string | null;
  /** What it is, such as "API key". */
  label: string;
  /** The sentence that closes the dialog once it is agreed to. */
  kept: string;
  onDone: () => void;
}

/** Shows a new secret once. Neither Escape nor a click beside it closes it: only whoever says to have kept it. */
export function SecretDialog({ title, description, secret, label, kept, onDone }: SecretDialogProps) {
  const t = useTranslations("client.ui");
  const [isKept, setIsKept] = useState(false);
  return (
    <Dialog open={secret !== null} disablePointerDismissal>
      {secret && (
        <DialogContent title={title} {...(description && { description })} closeHidden>
          <SecretReveal secret={secret} label={label} />
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
          <label className="flex items-start gap-2">
            <Checkbox checked={isKept} onCheckedChange={setIsKept} className="mt-0.5" />
            {kept}
          </label>
          <DialogFooter>
            <Button variant="primary" disabled={!isKept} onClick={onDone}>
              {t("done")}
            </Button>
          </DialogFooter>
        </DialogContent>
      )}
    </Dialog>
  );
}
