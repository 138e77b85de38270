"use client";

import { useLocale, useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { cn } from "@/lib/cn";
import { ACCEPTED_FILES } from "@/lib/documents/names";
import { ACCEPT, sizeLabel } from "./file-labels";

export interface FileDropProps {
  file: File | null;
  onChange: (file: File) => void;
  disabled: boolean;
  /** Largest file that is taken. */
  limitBytes: number;
  /** What is wrong with the file. */
  error?: string;
  /** Types for the file dialog, and what people read of them; without these: what documents take. */
  accept?: string;
  hint?: string;
}

/** Takes one file, dropped or chosen. */
export function FileDrop(props: FileDropProps) {
  const t = useTranslations("client.documents.drop");
  const sentence = useSentence();
  const locale = useLocale();
  const { file, onChange, disabled, limitBytes, error, accept = ACCEPT, hint = sentence(ACCEPTED_FILES) } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const id = useId();

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !disabled) onChange(dropped);
  }

  return (
    <div className="flex flex-col gap-1.5">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside is for all */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cn(
          "flex flex-col items-center gap-2 rounded-lg border border-dashed px-4 py-6 text-center transition-colors",
          isOver && "border-accent bg-accent-subtle",
          error && "border-danger",
        )}
      >
        {file ? (
          <Icon name="file-text" className="size-5" />
        ) : (
          <Icon name="upload" className="size-5 text-muted-foreground" />
        )}
        {file ? (
          <p className="max-w-full break-words font-medium">
            {file.name} <span className="font-normal text-muted-foreground">· {sizeLabel(file.size, locale)}</span>
          </p>
        ) : (
          <p>{t("drop")}</p>
        )}
        <Button size="sm" disabled={disabled} onClick={() => input.current?.click()} aria-describedby={id}>
          {file ? t("chooseOther") : t("choose")}
        </Button>
        <input
          ref={input}
          type="file"
          accept={accept}
          disabled={disabled}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) onChange(chosen);
            // The same file chosen again is a change, too.
            event.target.value = "";
          }}
          className="sr-only"
          tabIndex={-1}
          aria-label={t("file")}
        />
      </div>
      <p
        id={id}
        role={error ? "alert" : undefined}
        className={cn("text-xs", error ? "text-danger-text" : "text-muted-foreground")}
      >
        {error ?? t("limit", { hint, size: sizeLabel(limitBytes, locale) })}
      </p>
    </div>
  );
}
