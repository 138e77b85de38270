"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { RELATIVE_RANGES } from "@/lib/list-date-words";
import type { TextMatch } from "@/lib/list-text";
import { type Draft, draftOf, readDraft } from "./filter-drafts";
import type { FilterChanges, FilterField, FilterFieldOf } from "./filter-fields";

export interface FilterEditorProps {
  field: FilterField;
  current: URLSearchParams;
  /** The parameter being edited, where a field can have several (metadata). */
  parameter?: string;
  /** What the server refused, by parameter. */
  problems?: Readonly<Record<string, string>>;
  onApply: (changes: FilterChanges) => void;
}

/** The small form in which one filter is set. */
export function FilterEditor({ field, current, parameter, problems = {}, onApply }: FilterEditorProps) {
  const t = useTranslations("client.table");
  const sentence = useSentence();
  const [draft, setDraft] = useState<Draft>(() => draftOf(field, current, parameter));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>(problems);
  const form = useRef<HTMLFormElement>(null);

  // It comes after its panel took the focus, or in place of the button that led to it.
  useEffect(
    () => form.current?.querySelector<HTMLElement>("input:not([aria-hidden=true]), button, [role=checkbox]")?.focus(),
    [],
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = readDraft({ t, sentence }, field, draft, parameter);
    if (read.ok) onApply(read.changes);
    else setErrors(read.errors);
  }

  const parts = { draft, errors, set: (part: Draft) => setDraft({ ...draft, ...part }) };
  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
      {field.kind === "enum" && <EnumPart field={field} {...parts} />}
      {field.kind === "option" && <OptionPart field={field} {...parts} />}
      {field.kind === "text" && <TextPart field={field} {...parts} />}
      {field.kind === "amountRange" && <AmountPart field={field} {...parts} />}
      {field.kind === "dateRange" && <DatePart field={field} {...parts} />}
      {field.kind === "keyValue" && <KeyValuePart {...parts} />}
      <Button type="submit" variant="primary" size="sm">
        {t("filter.apply")}
      </Button>
    </form>
  );
}

interface PartProps {
  draft: Draft;
  errors: Readonly<Record<string, string>>;
  set: (part: Draft) => void;
}

/** From this many options on, a list is searched rather than read. */
const SEARCHED_FROM = 13;

function EnumPart({ field, draft, set }: PartProps & { field: FilterFieldOf<"enum"> }) {
  const t = useTranslations("client.table.filter");
  const [search, setSearch] = useState("");
  const chosen = (draft.value ?? "").split(",").filter(Boolean);
  const wanted = search.trim().toLowerCase();
  const shown = field.options.filter((option) => `${option.label} ${option.value}`.toLowerCase().includes(wanted));
  function toggle(value: string, checked: boolean) {
    const next = field.options.filter((option) => (option.value === value ? checked : chosen.includes(option.value)));
    set({ value: next.map((option) => option.value).join(",") });
  }
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{field.label}</legend>
      {field.options.length >= SEARCHED_FROM && (
        <Input
          type="search"
          aria-label={t("searchIn", { label: field.label })}
          placeholder={t("search")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <div className="-mx-1 flex max-h-64 flex-col gap-2 overflow-y-auto p-1">
        {shown.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label
          <label key={option.value} className="flex items-center gap-2">
            <Checkbox
              checked={chosen.includes(option.value)}
              onCheckedChange={(checked) => toggle(option.value, checked)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function OptionPart({ field, draft, set }: PartProps & { field: FilterFieldOf<"option"> }) {
  const Control = field.options.length >= SEARCHED_FROM ? Combobox : Select;
  return (
    <Control
      aria-label={field.label}
      options={field.options}
      value={draft.value || null}
      onValueChange={(value) => set({ value: value ?? "" })}
    />
  );
}

const TEXT_MODES: readonly TextMatch[] = ["exact", "prefix", "contains"];

function TextPart({ field, draft, errors, set }: PartProps & { field: FilterFieldOf<"text"> }) {
  const t = useTranslations("client.table.filter");
  const modes = TEXT_MODES.slice(0, TEXT_MODES.indexOf(field.match ?? "exact") + 1);
  return (
    <>
      {modes.length > 1 && (
        <Select
          aria-label={t("match")}
          options={modes.map((mode) => ({ value: mode, label: t(mode) }))}
          value={draft.mode ?? "exact"}
          onValueChange={(mode) => set({ mode: modes.find((one) => one === mode) ?? "exact" })}
        />
      )}
      <TextInput
        label={field.label}
        labelHidden
        value={draft.value ?? ""}
        placeholder={field.placeholder}
        error={errors.value ?? errors[field.name]}
        onChange={(value) => set({ value })}
      />
    </>
  );
}

function AmountPart({ field, draft, errors, set }: PartProps & { field: FilterFieldOf<"amountRange"> }) {
  const t = useTranslations("client.table.filter");
  return (
    <div className="grid grid-cols-2 gap-2">
      <TextInput
        label={t("fromCurrency", { currency: field.currency })}
        inputMode="decimal"
        value={draft.from ?? ""}
        error={errors.from ?? errors[`${field.name}_min`]}
        onChange={(from) => set({ from })}
      />
      <TextInput
        label={t("toCurrency", { currency: field.currency })}
        inputMode="decimal"
        value={draft.to ?? ""}
        error={errors.to ?? errors[`${field.name}_max`]}
        onChange={(to) => set({ to })}
      />
    </div>
  );
}

const QUICK_RANGES = RELATIVE_RANGES.filter(({ value }) =>
  ["today", "yesterday", "last-7d", "last-30d", "this-month", "last-month", "this-year"].includes(value),
);

function DatePart({ field, draft, errors, set }: PartProps & { field: FilterFieldOf<"dateRange"> }) {
  const t = useTranslations("client.table.filter");
  const sentence = useSentence();
  return (
    <>
      <div className="flex flex-wrap gap-1.5">
        {QUICK_RANGES.map(({ value, label }) => (
          <Button
            key={value}
            size="sm"
            aria-pressed={draft.value === value}
            className={draft.value === value ? "border-accent text-accent" : undefined}
            onClick={() => set({ value: draft.value === value ? "" : value, from: "", to: "" })}
          >
            {sentence(label)}
          </Button>
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <TextInput
          label={t("from")}
          type="date"
          value={draft.from ?? ""}
          error={errors.from ?? errors[`${field.name}_from`]}
          onChange={(from) => set({ value: "", from })}
        />
        <TextInput
          label={t("to")}
          type="date"
          value={draft.to ?? ""}
          error={errors.to ?? errors[`${field.name}_to`]}
          onChange={(to) => set({ value: "", to })}
        />
      </div>
      <p className="text-muted-foreground text-xs">{t("daysIn", { timeZone: field.timeZone })}</p>
    </>
  );
}

function KeyValuePart({ draft, errors, set }: PartProps) {
  const t = useTranslations("client.table.filter");
  return (
    <>
      <TextInput
        label={t("key")}
        // text-ok: keys as they are in records
        placeholder="hotel, booking.nights, tags[]"
        value={draft.key ?? ""}
        error={errors.key}
        onChange={(key) => set({ key })}
      />
      <TextInput
        label={t("value")}
        placeholder={t("anyValue")}
        value={draft.value ?? ""}
        error={errors.value}
        onChange={(value) => set({ value })}
      />
    </>
  );
}

interface TextInputProps {
  label: string;
  labelHidden?: boolean;
  type?: "text" | "date";
  inputMode?: "decimal";
  placeholder?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function TextInput({ label, labelHidden, error, onChange, ...props }: TextInputProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} className={labelHidden ? "sr-only" : "font-normal text-muted-foreground text-xs"}>
        {label}
      </Label>
      <Input
        id={id}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...props}
      />
      {error && (
        <p id={`${id}-error`} className="text-danger-text text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
