"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { AccountChoice } from "../options";
import type { UploadTarget } from "./upload-form";

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
  return (
    <LazyDialog
      trigger={
        <Button variant={variant} size={size}>
          <Icon name="upload" /> {label}
        </Button>
      }
      title={label}
      load={() => import("./upload-form")}
    >
      {({ UploadForm }, close) => (
        <UploadForm
          tenantSlug={tenantSlug}
          limitBytes={limitBytes}
          target={target}
          accounts={accounts}
          onDone={close}
        />
      )}
    </LazyDialog>
  );
}
