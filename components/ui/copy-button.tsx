"use client";

import { Check, Copy } from "lucide-react";
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
      toast.error("The browser did not allow copying. Select the text and copy it by hand.");
    }
  }
  return { copied, copy };
}

export interface CopyButtonProps {
  text: string;
  /** What is copied, for the accessible name: "Copy request id". */
  label?: string;
  className?: string;
}

/** A small icon that copies `text`. */
export function CopyButton({ text, label = "Copy", className }: CopyButtonProps) {
  const { copied, copy } = useCopy(text);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={copied ? "Copied" : label}
      title={label}
      onClick={copy}
      className={cn("inline-flex rounded-sm p-1 text-muted-foreground hover:text-foreground", className)}
    >
      <Icon className={cn("size-3.5", copied && "text-success-text")} aria-hidden />
    </button>
  );
}
