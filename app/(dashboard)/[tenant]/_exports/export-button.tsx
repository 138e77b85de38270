"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

const ExportDialog = dynamic(() => import("./export-dialog").then((module) => module.ExportDialog));

export interface ExportButtonProps {
  list: string;
  /** Such as “Payment intents”. */
  label: string;
  tenantSlug: string;
  /** Canonical query of what the page shows, without columns. */
  query: string;
  timeZone: string;
}

/** Opens the export of what a list shows. What is asked for there goes on when it is closed. */
export function ExportButton(props: ExportButtonProps) {
  const t = useTranslations("client.exports.button");
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <Button
        size="sm"
        aria-label={t("label")}
        aria-haspopup="dialog"
        data-command={t("command")}
        onClick={() => {
          setWasOpened(true);
          setIsOpen(true);
        }}
      >
        <Icon name="download" />
        <span className="max-sm:hidden">{t("label")}</span>
      </Button>
      {wasOpened && <ExportDialog {...props} isOpen={isOpen} onOpenChange={setIsOpen} />}
    </>
  );
}
