"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { useChosenColumns } from "@/components/data-table/column-choice";
import { ComboboxField, SelectField, SwitchField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { useSentence } from "@/components/locale/use-sentence";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ExportOptions, type ListExport, requestExportInput } from "@/lib/exports/schema";
import { requestExportAction } from "./actions";
import type { ExportButtonProps } from "./export-button";

interface ExportFormProps extends ExportButtonProps {
  options: ExportOptions;
  onStarted: (record: ListExport) => void;
}

export function ExportForm({ list, tenantSlug, query, timeZone, options, onStarted }: ExportFormProps) {
  const t = useTranslations("client.exports.form");
  const sentence = useSentence();
  const [whichColumns, setWhichColumns] = useState("shown");
  const chosen = useChosenColumns(list);
  const zones = useMemo(() => timeZoneOptions(new Date().toISOString(), timeZone), [timeZone]);
  const all = options.columns.map(({ id }) => id);
  const shown = chosen?.filter((id) => all.includes(id)) ?? standardColumns(options);
  const form = useActionForm({
    schema: requestExportInput,
    defaultValues: {
      ...{
        list,
        query,
        query_time_zone: timeZone,
        format: "csv",
        columns: null,
        time_zone: timeZone,
        amounts: "decimal",
      },
      ...{ has_byte_order_mark: false, is_compressed: false, is_masked: options.is_masked },
    },
    action: (values, key) => {
      const columns = values.format === "csv" ? (whichColumns === "all" ? all : shown) : null;
      return requestExportAction(tenantSlug, { ...values, columns }, key);
    },
    onSuccess: onStarted,
  });
  const isCsv = form.methods.watch("format") === "csv";
  const formats = [
    { value: "csv", label: "CSV", hint: t("csvHint") },
    { value: "jsonl", label: "JSON lines", hint: t("jsonHint") },
  ];
  const amounts = [
    { value: "decimal", label: t("decimals"), hint: t("decimalsHint") },
    { value: "minor_units", label: t("minorUnits"), hint: t("minorUnitsHint") },
  ];
  const hasAmounts = ["payment_intents", "refunds"].includes(list);
  return (
    <Form form={form}>
      {options.is_masked && <Alert>{t("isMasked")}</Alert>}
      <SelectField control={form.control} name="format" label={t("format")} options={formats} />
      {isCsv && (
        <>
          <div className="flex flex-col gap-1.5">
            <span id="export-columns" className="font-medium">
              {t("columns")}
            </span>
            <RadioGroup
              aria-labelledby="export-columns"
              value={whichColumns}
              onValueChange={setWhichColumns}
              options={[
                {
                  value: "shown",
                  label: t("asShown", { count: shown.length }),
                  hint: namesOf(options, shown, sentence),
                },
                { value: "all", label: t("all", { count: all.length }) },
              ]}
            />
          </div>
          <FormRow>
            <ComboboxField
              control={form.control}
              name="time_zone"
              label={t("timeZone")}
              options={zones}
              clearable={false}
              description={t("timeZoneHelp")}
            />
            {hasAmounts && <SelectField control={form.control} name="amounts" label={t("amounts")} options={amounts} />}
          </FormRow>
        </>
      )}
      <details className="group rounded-md border px-3 py-2">
        <summary className="cursor-pointer select-none font-medium">{t("more")}</summary>
        <div className="flex flex-col gap-3 pt-3 pb-1">
          {!options.is_masked && <SwitchField control={form.control} name="is_masked" label={t("mask")} />}
          <SwitchField control={form.control} name="is_compressed" label={t("compress")} />
          {isCsv && (
            <SwitchField
              control={form.control}
              name="has_byte_order_mark"
              label={t("byteOrderMark")}
              description={t("byteOrderMarkHelp")}
            />
          )}
        </div>
      </details>
      <p className="text-muted-foreground text-xs">{t("note")}</p>
      <FormActions form={form} submitLabel={t("submit")}>
        <DialogClose render={<Button />}>{t("cancel")}</DialogClose>
      </FormActions>
    </Form>
  );
}

function standardColumns({ columns }: ExportOptions): string[] {
  return columns.filter(({ is_shown }) => is_shown).map(({ id }) => id);
}

function namesOf({ columns }: ExportOptions, ids: readonly string[], sentence: (english: string) => string): string {
  return ids.map((id) => sentence(columns.find((column) => column.id === id)?.label ?? id)).join(", ");
}
