"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import type { AccountChoice } from "../options";
import { UploadForm, type UploadTarget } from "./upload-form";

export interface UploadDialogProps {
  tenantSlug: string;
  /** Largest file that is taken. */
  limitBytes: number;
  /** Where the document goes; what is left open is asked. */
  target?: UploadTarget;
  /** Accounts to choose from, where the target names none. */
  accounts?: readonly AccountChoice[];
  label?: string;
  variant?: "primary" | "secondary";
  size?: "sm" | "md";
}

/** The button that uploads a document, with its dialog. */
export function UploadDialog(props: UploadDialogProps) {
  const t = useTranslations("client.documents.upload");
  const { tenantSlug, limitBytes, target = {}, accounts = [], label = t("label"), variant = "primary", size } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger render={<Button variant={variant} size={size} />}>
        <Upload aria-hidden /> {label}
      </DialogTrigger>
      <DialogContent title={label}>
        <UploadForm
          tenantSlug={tenantSlug}
          limitBytes={limitBytes}
          target={target}
          accounts={accounts}
          onDone={() => setIsOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
