"use client";

import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useCopy } from "@/components/ui/copy-button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";

export interface RecoveryCodesDialogProps {
  /** The codes that were just made; `null` while there are none. They live in this page's memory only. */
  codes: readonly string[] | null;
  onDone: () => void;
}

/** Shows recovery codes once. Only whoever says to have kept them closes it. */
export function RecoveryCodesDialog({ codes, onDone }: RecoveryCodesDialogProps) {
  return (
    <Dialog open={codes !== null} disablePointerDismissal>
      {codes && (
        <DialogContent
          title="Your recovery codes"
          description="Each signs you in once, when your authenticator app is out of reach."
          closeHidden
        >
          <Codes codes={codes} onDone={onDone} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [isKept, setIsKept] = useState(false);
  const text = codes.join("\n");
  const { copied, copy } = useCopy(text);
  return (
    <>
      <Alert tone="warning" title="Keep them now">
        They are shown this once. Print them, or put them into your password manager: not onto the phone with the app.
      </Alert>
      <ul aria-label="Recovery codes" className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border p-4 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {copied ? "Copied" : "Copy all"}
        </Button>
        <Button onClick={() => download(text)}>
          <Download aria-hidden />
          Download
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
      <label className="flex items-start gap-2">
        <Checkbox checked={isKept} onCheckedChange={setIsKept} className="mt-0.5" />I have put the codes in a safe place
      </label>
      <DialogFooter>
        <Button variant="primary" disabled={!isKept} onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}

function download(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`Recovery codes for Bulkhead\n\n${text}\n`], { type: "text/plain" }));
  link.download = "bulkhead-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}
