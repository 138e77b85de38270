"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FieldNotes } from "@/components/form/field-shell";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";

export interface LinesFieldProps<Line> {
  id: string;
  label: string;
  description?: string;
  error?: string;
  disabled?: boolean;
  lines: readonly Line[];
  /** `null` once no line is left. */
  onChange: (lines: Line[] | null) => void;
  /** A line that somebody has yet to fill in. */
  newLine: () => Line;
  addLabel: string;
  children: (line: Line, change: (part: Partial<Line>) => void, number: number) => ReactNode;
}

/** Any number of lines that belong together, such as an amount for each currency. */
export function LinesField<Line>(props: LinesFieldProps<Line>) {
  const t = useTranslations("client.settings.lines");
  const { id, label, description, error, disabled, lines, onChange, newLine, addLabel, children } = props;
  const set = (next: Line[]) => onChange(next.length > 0 ? next : null);
  const change = (index: number) => (part: Partial<Line>) =>
    set(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={
        [description && `${id}-description`, error && `${id}-error`].filter(Boolean).join(" ") || undefined
      }
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-1.5 font-medium">{label}</legend>
      {lines.map((line, index) => (
        // Lines have no identity of their own, and none of them keeps anything that its values do not say.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={`${index} of ${lines.length}`} className="flex items-end gap-2">
          <div className="min-w-0 flex-1">{children(line, change(index), index + 1)}</div>
          {!disabled && (
            <IconButton
              label={t("remove", { number: index + 1, label, labelLower: label.toLowerCase() })}
              onClick={() => set(lines.filter((_, at) => at !== index))}
            >
              <Icon name="x" />
            </IconButton>
          )}
        </div>
      ))}
      {!disabled && (
        <div>
          <Button size="sm" onClick={() => set([...lines, newLine()])}>
            <Icon name="plus" />
            {addLabel}
          </Button>
        </div>
      )}
      <FieldNotes id={id} description={description} error={error} />
    </fieldset>
  );
}
