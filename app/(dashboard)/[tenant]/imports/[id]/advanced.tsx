"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { FieldShell } from "@/components/form/field-shell";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FieldsProps } from "./payment-fields";

const DELIMITERS = [
  { value: ",", key: "comma" },
  { value: ";", key: "semicolon" },
  { value: "\t", key: "tab" },
  { value: "|", key: "bar" },
] as const;
const MARKS = [
  { value: ".", key: "pointMark" },
  { value: ",", key: "commaMark" },
] as const;

/** How the file is written, and under which name its lines are known again. */
export function Advanced({ draft, setDraft, problemOf }: Omit<FieldsProps, "header">) {
  const t = useTranslations("client.imports.written");
  const tList = useTranslations("client.imports");
  const id = useId();
  return (
    <details>
      <summary className="cursor-pointer text-muted-foreground text-sm">{t("title")}</summary>
      <div className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-4">
        <FieldShell id={`${id}-delimiter`} label={t("delimiter")} error={problemOf("delimiter")}>
          <Select
            id={`${id}-delimiter`}
            options={DELIMITERS.map(({ value, key }) => ({ value, label: t(key) }))}
            value={draft.delimiter ?? ","}
            onValueChange={(delimiter) => delimiter && setDraft({ ...draft, delimiter })}
          />
        </FieldShell>
        <FieldShell id={`${id}-mark`} label={t("mark")} error={problemOf("decimal_mark")}>
          <Select
            id={`${id}-mark`}
            options={MARKS.map(({ value, key }) => ({ value, label: t(key) }))}
            value={draft.decimal_mark ?? "."}
            onValueChange={(mark) => mark && setDraft({ ...draft, decimal_mark: mark })}
          />
        </FieldShell>
        <FieldShell
          id={`${id}-nulls`}
          label={t("nulls")}
          description={t("nullsHint")}
          error={problemOf("null_markers")}
        >
          <Input
            id={`${id}-nulls`}
            value={(draft.null_markers ?? []).filter((word) => word !== "").join(", ")}
            onChange={(event) =>
              setDraft({
                ...draft,
                null_markers: ["", ...event.target.value.split(",").flatMap((word) => word.trim() || [])],
              })
            }
          />
        </FieldShell>
        <FieldShell
          id={`${id}-source`}
          label={tList("source")}
          description={t("sourceHint")}
          error={problemOf("source")}
        >
          <Input
            id={`${id}-source`}
            value={draft.source}
            onChange={(event) => setDraft({ ...draft, source: event.target.value })}
          />
        </FieldShell>
      </div>
    </details>
  );
}
