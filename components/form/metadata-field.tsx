"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Texts } from "@/lib/messages/texts";
import { FieldNotes, OptionalMark } from "./field-shell";
import { fromJson, fromRows, type MetadataResult, type MetadataRow, toRows } from "./metadata-rows";
import { type FieldProps, useField } from "./use-field";

type Draft = { mode: "rows"; rows: MetadataRow[]; nextId: number } | { mode: "json"; text: string };

/** A JSON object as lines of key and value, or as raw JSON; the form holds the object. */
export function MetadataField<Values extends FieldValues, Output>(props: FieldProps<Values, Output>) {
  const t = useTranslations("client.form.metadata");
  const [draft, setDraft] = useState<Draft | null>(null);
  const result = draft && resultOf(t, draft);
  const { field, error, id, controlProps } = useField(props, result && !result.ok ? result.message : null);
  const current = draft ?? rowsDraft(field.value ?? {});

  function update(next: Draft) {
    setDraft(next);
    const read = resultOf(t, next);
    // A draft that is no object goes into the form as a text, which the schema refuses.
    field.onChange(read.ok ? read.value : "");
  }

  function switchMode() {
    const read = resultOf(t, current);
    if (!read.ok) return update(current);
    update(
      current.mode === "rows" ? { mode: "json", text: JSON.stringify(read.value, null, 2) } : rowsDraft(read.value),
    );
  }

  return (
    <fieldset aria-describedby={controlProps["aria-describedby"]} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 flex w-full items-center justify-between gap-3 font-medium">
        <span>
          {props.label}
          {props.optional && <OptionalMark />}
        </span>
        <Button variant="link" size="sm" onClick={switchMode}>
          {current.mode === "rows" ? t("editAsJson") : t("editAsRows")}
        </Button>
      </legend>
      {current.mode === "json" ? (
        <Textarea
          {...controlProps}
          ref={field.ref}
          aria-label={t("asJson", { label: props.label })}
          value={current.text}
          spellCheck={false}
          onBlur={field.onBlur}
          onChange={(event) => update({ mode: "json", text: event.target.value })}
          className="min-h-32 font-mono text-xs"
        />
      ) : (
        <RowsEditor draft={current} onChange={update} fieldRef={field.ref} invalid={Boolean(error)} />
      )}
      <FieldNotes id={id} description={props.description} error={error} />
    </fieldset>
  );
}

interface RowsEditorProps {
  draft: Extract<Draft, { mode: "rows" }>;
  onChange: (draft: Draft) => void;
  fieldRef: (element: HTMLElement | null) => void;
  invalid: boolean;
}

function RowsEditor({ draft, onChange, fieldRef, invalid }: RowsEditorProps) {
  const t = useTranslations("client.form.metadata");
  const forms = useTranslations("client.form");
  function change(id: number, part: Partial<MetadataRow>) {
    onChange({ ...draft, rows: draft.rows.map((row) => (row.id === id ? { ...row, ...part } : row)) });
  }
  return (
    <div className="flex flex-col gap-2">
      {draft.rows.map((row, index) => (
        <div key={row.id} className="flex items-center gap-2">
          <Input
            ref={index === 0 ? fieldRef : undefined}
            aria-label={t("keyNumber", { number: index + 1 })}
            aria-invalid={invalid || undefined}
            placeholder={t("key")}
            value={row.key}
            onChange={(event) => change(row.id, { key: event.target.value })}
            className="w-2/5"
          />
          <Input
            aria-label={row.key ? t("valueOf", { key: row.key }) : t("valueNumber", { number: index + 1 })}
            placeholder={t("value")}
            value={row.text}
            onChange={(event) => change(row.id, { text: event.target.value })}
          />
          <Button
            variant="ghost"
            size="icon"
            aria-label={row.key ? forms("remove", { label: row.key }) : t("removeLine", { number: index + 1 })}
            onClick={() => onChange({ ...draft, rows: draft.rows.filter((other) => other.id !== row.id) })}
          >
            <Icon name="x" />
          </Button>
        </div>
      ))}
      <Button
        size="sm"
        className="self-start"
        onClick={() =>
          onChange({
            ...draft,
            rows: [...draft.rows, { id: draft.nextId, key: "", text: "" }],
            nextId: draft.nextId + 1,
          })
        }
      >
        <Icon name="plus" /> {t("addLine")}
      </Button>
    </div>
  );
}

function rowsDraft(metadata: Record<string, unknown>): Draft & { mode: "rows" } {
  const rows = toRows(metadata);
  return { mode: "rows", rows, nextId: rows.length };
}

function resultOf(t: Texts<"client.form.metadata">, draft: Draft): MetadataResult {
  return draft.mode === "rows" ? fromRows(t, draft.rows) : fromJson(t, draft.text);
}
