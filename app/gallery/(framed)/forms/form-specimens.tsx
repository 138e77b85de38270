"use client";

import { z } from "zod";
import { EditForm } from "@/components/form/edit-form";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { refuse, refuseReference, stayAway } from "../../actions";
import { Specimen } from "../../specimen";

const schema = z.object({
  reference: z.string().trim().min(1, "Enter a reference"),
  email: z.email("Enter an e-mail address"),
});

const EMPTY = { reference: "", email: "" };
const FILLED = { reference: "A-2026-17", email: "ann.lee@harbour.example" };
const SEND = [{ do: "click", on: "button[type=submit]" }] as const;

export function FormSpecimens() {
  return (
    <>
      <Specimen of="Form">
        <SampleForm values={FILLED} action={refuse} />
      </Specimen>
      <Specimen of="Form" state="invalid" steps={SEND} shows="text=Enter a reference">
        <SampleForm values={EMPTY} action={refuse} />
      </Specimen>
      <Specimen of="Form" state="refused" steps={SEND} shows="text=The key has been revoked already">
        <SampleForm values={FILLED} action={refuse} />
      </Specimen>
      <Specimen of="Form" state="refused at a field" steps={SEND} shows="text=This reference exists already">
        <SampleForm values={FILLED} action={refuseReference} />
      </Specimen>
      <Specimen of="Form" state="sending" steps={SEND} shows="form [aria-busy=true]">
        <SampleForm values={FILLED} action={stayAway} />
      </Specimen>
      <Specimen of="EditForm">
        <Dialog>
          <SampleEditForm />
        </Dialog>
      </Specimen>
    </>
  );
}

interface SampleFormProps {
  values: typeof EMPTY;
  action: typeof refuse;
}

function SampleForm({ values, action }: SampleFormProps) {
  const form = useActionForm({ schema, defaultValues: values, action });
  return (
    <Form form={form}>
      <FormRow>
        <TextField control={form.control} name="reference" label="Reference" description="As on the booking" />
        <TextField control={form.control} name="email" type="email" label="Customer e-mail" />
      </FormRow>
      <FormActions form={form} submitLabel="Create payment intent">
        <Button>Cancel</Button>
      </FormActions>
    </Form>
  );
}

function SampleEditForm() {
  const form = useActionForm({ schema, defaultValues: FILLED, action: refuse });
  return (
    <EditForm form={form}>
      <TextField control={form.control} name="reference" label="Reference" />
    </EditForm>
  );
}
