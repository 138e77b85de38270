"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "@/lib/cn";
import { toast } from "./toast";

const CONFIRMATION_MS = 1500;

/** Copies to the clipboard and confirms for a moment; tells when the browser refuses. */
export function useCopy(text: string): { copied: boolean; copy: () => Promise<void> } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast.error(<CopyRefused />);
    }
  }
  return { copied, copy };
}

/** It translates itself: what copies stands in every row of a table, and the browser hardly ever refuses. */
function CopyRefused() {
  return useTranslations("client.ui")("copyRefused");
}

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the accessible name: "Copy request id". */
  label?: string;
  className?: string;
}

/** A small icon that copies `text`. */
export function CopyButton({ text, label, className }: CopyButtonProps) {
  const t = useTranslations("client.ui");
  const { copied, copy } = useCopy(text);
  const name = label ?? t("copy");
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={copied ? t("copied") : name}
      title={name}
      onClick={copy}
      className={cn("inline-flex rounded-sm p-1 text-muted-foreground hover:text-foreground", className)}
    >
      <Icon className={cn("size-3.5", copied && "text-success-text")} aria-hidden />
    </button>
  );
}
