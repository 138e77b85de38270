"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import { useAccountChoices } from "../_lists/use-account-choices";
import type { UploadTarget } from "./upload-form";

export interface UploadDialogProps {
  tenantSlug: string;
  /** Largest file that is taken. */
  limitBytes: number;
  /** Where the document goes; what is left open is asked. */
  target?: UploadTarget;
  /** Where accounts to choose from are asked for, where the target names none; null: nobody chooses one. */
  accountsHref?: string | null;
  label?: string;
  variant?: "primary" | "secondary";
  size?: "sm" | "md";
}

/** The button that uploads a document, with its dialog. */
export function UploadDialog(props: UploadDialogProps) {
  const t = useTranslations("client.documents.upload");
  const {
    tenantSlug,
    limitBytes,
    target = {},
    accountsHref = null,
    label = t("label"),
    variant = "primary",
    size,
  } = props;
  const askAccounts = useAccountChoices(accountsHref);
  return (
    <LazyDialog
      trigger={
        <Button variant={variant} size={size}>
          <Icon name="upload" /> {label}
        </Button>
      }
      title={label}
      load={async () => {
        const [{ UploadForm }, choices] = await Promise.all([import("./upload-form"), askAccounts?.()]);
        return { UploadForm, accounts: choices?.accounts ?? [] };
      }}
    >
      {({ UploadForm, accounts }, close) => (
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
