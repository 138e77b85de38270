"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useCopy } from "@/components/ui/copy-button";
import { Dialog, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";

export interface RecoveryCodesDialogProps {
  /** The codes that were just made; `null` while there are none. They live in this page's memory only. */
  codes: readonly string[] | null;
  onDone: () => void;
}

/** Shows recovery codes once. Only whoever says to have kept them closes it. */
export function RecoveryCodesDialog({ codes, onDone }: RecoveryCodesDialogProps) {
  const t = useTranslations("client.me.codes");
  return (
    <Dialog open={codes !== null} disablePointerDismissal>
      {codes && (
        <DialogContent title={t("title")} description={t("help")} closeHidden>
          <Codes codes={codes} onDone={onDone} />
        </DialogContent>
      )}
    </Dialog>
  );
}

function Codes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations("client.me.codes");
  const [isKept, setIsKept] = useState(false);
  const text = codes.join("\n");
  const { copied, copy } = useCopy(text);
  return (
    <>
      <Alert tone="warning" title={t("keep")}>
        {t("keepHelp")}
      </Alert>
      <ul aria-label={t("list")} className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border p-4 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>
          {copied ? <Icon name="check" /> : <Icon name="copy" />}
          {copied ? t("copied") : t("copy")}
        </Button>
        <Button onClick={() => download(t("file"), text)}>
          <Icon name="download" />
          {t("download")}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label */}
      <label className="flex items-start gap-2">
        <Checkbox checked={isKept} onCheckedChange={setIsKept} className="mt-0.5" />
        {t("kept")}
      </label>
      <DialogFooter>
        <Button variant="primary" disabled={!isKept} onClick={onDone}>
          {t("done")}
        </Button>
      </DialogFooter>
    </>
  );
}

function download(title: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${title}\n\n${text}\n`], { type: "text/plain" }));
  link.download = "bulkhead-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}
