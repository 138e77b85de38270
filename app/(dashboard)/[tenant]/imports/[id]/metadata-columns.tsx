"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { type Draft, usedColumns } from "./draft";

export interface MetadataColumnsProps {
  draft: Draft;
  header: readonly string[];
  onChange: (metadata: Draft["metadata"]) => void;
}

/** Which columns are kept as metadata, where they can be filtered by. */
export function MetadataColumns({ draft, header, onChange }: MetadataColumnsProps) {
  const t = useTranslations("client.imports.mapping");
  const { metadata } = draft;
  const used = usedColumns(draft, header);
  const exclude = metadata.exclude ?? [];
  const include = metadata.include ?? [];
  const own = Object.values(metadata.fields ?? {}).flatMap(({ column }) => column ?? []);
  const isKept = (name: string) =>
    !exclude.includes(name) && (include.includes(name) || (metadata.rest === true && !used.has(name)));

  function toggle(name: string, kept: boolean) {
    const others = exclude.filter((other) => other !== name);
    const included = include.filter((other) => other !== name);
    if (!kept) return onChange({ ...metadata, include: included, exclude: [...others, name] });
    const isRest = metadata.rest === true && !used.has(name);
    onChange({ ...metadata, exclude: others, include: isRest ? included : [...included, name] });
  }

  return (
    <fieldset>
      <legend className="font-medium text-sm">{t("metadata")}</legend>
      <p className="mb-2 text-muted-foreground text-xs">
        {own.length > 0 ? t("metadataCountries", { columns: own.join(", ") }) : t("metadataHelp")}
      </p>
      <div className="grid max-h-56 gap-x-4 gap-y-1.5 overflow-y-auto sm:grid-cols-2 xl:grid-cols-3">
        {header
          .filter((name) => name !== "")
          .map((name) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside the label
            <label key={name} className="flex min-w-0 items-center gap-2 text-sm">
              <Checkbox checked={isKept(name)} onCheckedChange={(checked) => toggle(name, checked)} />
              <span className="truncate" title={name}>
                {name}
              </span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}
