"use client";

import { DateTimeField } from "@/components/form/date-time-field";
import { FieldShell } from "@/components/form/field-shell";
import { MetadataField } from "@/components/form/metadata-field";
import { MoneyField } from "@/components/form/money-field";
import { NumberField } from "@/components/form/number-field";
import { TextareaField, TextField } from "@/components/form/text-field";
import { Input } from "@/components/ui/input";
import { LONG_NAME, TIME_ZONE } from "../../sample";
import { Specimen } from "../../specimen";
import { FieldSpecimens } from "./field-specimens";

/** Fields that are typed into. */
export function TextFieldSpecimens() {
  return (
    <>
      <Specimen of="FieldShell" state="everything at once">
        <FieldShell id="shell" label={LONG_NAME} description="As on the booking" error="This is taken already" optional>
          <Input id="shell" aria-describedby="shell-description shell-error" aria-invalid />
        </FieldShell>
      </Specimen>
      <FieldSpecimens of="TextField" name="text">
        {(shared) => <TextField {...shared} name="text" label="Reference" description="As on the booking" />}
      </FieldSpecimens>
      <FieldSpecimens of="TextareaField" name="text">
        {(shared) => <TextareaField {...shared} name="text" label={`Note for ${LONG_NAME}`} />}
      </FieldSpecimens>
      <FieldSpecimens of="NumberField" name="count">
        {(shared) => <NumberField {...shared} name="count" label="Keep for" unit="days" />}
      </FieldSpecimens>
      <FieldSpecimens of="MoneyField" name="amount">
        {(shared) => <MoneyField {...shared} name="amount" label="Amount" currency="EUR" />}
      </FieldSpecimens>
      <FieldSpecimens of="DateTimeField" name="moment">
        {(shared) => <DateTimeField {...shared} name="moment" label="Expires" timeZone={TIME_ZONE} />}
      </FieldSpecimens>
      <FieldSpecimens of="MetadataField" name="metadata">
        {(shared) => <MetadataField {...shared} name="metadata" label="Metadata" />}
      </FieldSpecimens>
    </>
  );
}
