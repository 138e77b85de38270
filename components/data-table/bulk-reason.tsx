"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { REASON_LENGTH } from "@/lib/reason";
import type { BulkFieldsProps } from "./bulk-action";

/** Why something is done to many rows: one reason for all of them. */
export function BulkReason({ readBy, onChange }: BulkFieldsProps & { readBy: string }) {
  const t = useTranslations("client.form");
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <Label htmlFor={id}>{t("reason")}</Label>
      <Textarea
        id={id}
        rows={3}
        maxLength={REASON_LENGTH}
        aria-required
        aria-describedby={`${id}-description`}
        onChange={({ target: { value } }) => onChange(value.trim() === "" ? null : { reason: value })}
      />
      <p id={`${id}-description`} className="text-muted-foreground text-xs">
        {readBy}
      </p>
    </div>
  );
}
