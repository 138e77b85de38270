"use client";

import { useMemo, useState } from "react";
import { timeZoneOptions } from "@/app/(me)/me/profile/time-zones";
import { useChosenColumns } from "@/components/data-table/column-choice";
import { ComboboxField, SelectField, SwitchField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
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

const FORMATS = [
  { value: "csv", label: "CSV", hint: "For spreadsheets" },
  { value: "jsonl", label: "JSON lines", hint: "Whole records, as the API answers them" },
];
const AMOUNTS = [
  { value: "decimal", label: "Decimals", hint: "12.34, with the currency beside it" },
  { value: "minor_units", label: "Minor units", hint: "1234, as the API has it" },
];
const MASKED = "E-mail addresses and phone numbers of customers are masked";

export function ExportForm({ list, tenantSlug, query, timeZone, options, onStarted }: ExportFormProps) {
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
  const hasAmounts = ["payment_intents", "refunds"].includes(list);
  return (
    <Form form={form}>
      {options.is_masked && <Alert>{MASKED}: you see them so in the list too.</Alert>}
      <SelectField control={form.control} name="format" label="Format" options={FORMATS} />
      {isCsv && (
        <>
          <div className="flex flex-col gap-1.5">
            <span id="export-columns" className="font-medium">
              Columns
            </span>
            <RadioGroup
              aria-labelledby="export-columns"
              value={whichColumns}
              onValueChange={setWhichColumns}
              options={[
                { value: "shown", label: `As shown (${shown.length})`, hint: namesOf(options, shown) },
                { value: "all", label: `All (${all.length})` },
              ]}
            />
          </div>
          <FormRow>
            <ComboboxField
              control={form.control}
              name="time_zone"
              label="Time zone"
              options={zones}
              clearable={false}
              description="Times carry their offset."
            />
            {hasAmounts && <SelectField control={form.control} name="amounts" label="Amounts" options={AMOUNTS} />}
          </FormRow>
        </>
      )}
      <details className="group rounded-md border px-3 py-2">
        <summary className="cursor-pointer select-none font-medium">More options</summary>
        <div className="flex flex-col gap-3 pt-3 pb-1">
          {!options.is_masked && (
            <SwitchField
              control={form.control}
              name="is_masked"
              label={`Mask: ${MASKED.charAt(0).toLowerCase()}${MASKED.slice(1)}`}
            />
          )}
          <SwitchField control={form.control} name="is_compressed" label="Compress with gzip" />
          {isCsv && (
            <SwitchField
              control={form.control}
              name="has_byte_order_mark"
              label="Byte order mark"
              description="Excel on Windows then knows that the text is UTF-8."
            />
          )}
        </div>
      </details>
      <p className="text-muted-foreground text-xs">
        The file is of one moment, stays for 24 hours, and only you can download it. The export and each download stand
        in the audit log.
      </p>
      <FormActions form={form} submitLabel="Export">
        <DialogClose render={<Button />}>Cancel</DialogClose>
      </FormActions>
    </Form>
  );
}

function standardColumns({ columns }: ExportOptions): string[] {
  return columns.filter(({ is_shown }) => is_shown).map(({ id }) => id);
}

function namesOf({ columns }: ExportOptions, ids: readonly string[]): string {
  return ids.map((id) => columns.find((column) => column.id === id)?.label ?? id).join(", ");
}
