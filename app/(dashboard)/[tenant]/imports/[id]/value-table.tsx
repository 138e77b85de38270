"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Option } from "@/components/ui/option";
import { Select } from "@/components/ui/select";

export interface ValueTableProps {
  label: string;
  options: readonly Option[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Record<string, string>) => void;
}

/** What each of a column's words means; a line with another word is refused. */
export function ValueTable({ label, options, values, onChange }: ValueTableProps) {
  const t = useTranslations("client.imports.words");
  const [word, setWord] = useState("");
  const entries = Object.entries(values);
  const isNew = word.trim() !== "" && !Object.hasOwn(values, word.trim());

  function add() {
    if (!isNew) return;
    onChange({ ...values, [word.trim()]: options[0]?.value ?? "" });
    setWord("");
  }

  return (
    <fieldset className="rounded-md border p-3">
      <legend className="px-1 text-muted-foreground text-xs">{label}</legend>
      <ul className="flex flex-col gap-2">
        {entries.map(([value, meaning]) => (
          <li key={value} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 break-words">{value === "" ? t("empty") : value}</span>
            <Select
              className="w-40"
              aria-label={t("means", { value })}
              options={options}
              value={meaning}
              onValueChange={(next) => next && onChange({ ...values, [value]: next })}
            />
            <IconButton
              label={t("takeOut", { value })}
              onClick={() => onChange(Object.fromEntries(entries.filter(([other]) => other !== value)))}
            >
              <Icon name="x" />
            </IconButton>
          </li>
        ))}
        <li className="flex items-center gap-2">
          <Input
            className="min-w-0 flex-1"
            aria-label={t("another")}
            placeholder={t("another")}
            value={word}
            onChange={(event) => setWord(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
          <Button size="sm" disabled={!isNew} onClick={add}>
            <Icon name="plus" /> {t("add")}
          </Button>
        </li>
      </ul>
    </fieldset>
  );
}
