"use client";

import { useRouter } from "next/navigation";
import { useWatch } from "react-hook-form";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { createTemplateInput } from "@/lib/templates/schema";
import { createTemplateAction } from "../actions";
import { AccountsField } from "./accounts-field";
import { RolesField } from "./roles-field";
import { SettingsFields } from "./settings-fields";
import { type TemplateStart, withoutNo } from "./template-start";

export interface TemplateFormProps {
  start: TemplateStart;
  /** Where one goes back to. */
  cancelHref: string;
  /** ISO 8601: for the offsets of time zones. */
  now: string;
}

/** Makes a template, or a new version of one: all of it in one form. */
export function TemplateForm({ start, cancelHref, now }: TemplateFormProps) {
  const router = useRouter();
  const isVersion = start.based_on !== null;
  const form = useActionForm({
    schema: createTemplateInput,
    defaultValues: start,
    action: (input) => createTemplateAction(withoutNo(input)),
    onSuccess: ({ id, name, version }) => {
      toast.success(`${name} v${version} was made`);
      router.push(`/admin/templates/${id}`);
    },
  });
  const { control } = form;
  const roles = useWatch({ control, name: "roles" });
  return (
    <Form form={form}>
      <Card title="About">
        <div className="flex flex-col gap-4">
          <TextField
            control={control}
            name="name"
            label="Name"
            disabled={isVersion}
            description={isVersion ? "All versions have the same name" : "Unique among the templates"}
          />
          <TextareaField control={control} name="description" label="Description" rows={2} />
          <TextareaField
            control={control}
            name="note"
            label="What is new in this version"
            rows={2}
            description="For whoever decides whether a tenant is put on it"
          />
        </div>
      </Card>
      <Card
        title="Roles"
        description="Every tenant on this version gets them. The first two pass every check; tenants make further roles of their own."
      >
        <RolesField control={control} name="roles" label="Roles" />
      </Card>
      <Card
        title="Settings"
        description="They count in a tenant until it sets its own. What is left empty is set nowhere."
      >
        <SettingsFields
          control={control}
          roles={Object.fromEntries((roles ?? []).map(({ key, name }) => [key, name]))}
          now={now}
        />
      </Card>
      <Card
        title="Sample accounts"
        description="A tree for new tenants to start from. Tenants that exist are never touched."
      >
        <AccountsField control={control} name="accounts" label="Sample accounts" />
      </Card>
      <FormActions form={form} submitLabel={isVersion ? "Make the new version" : "Make the template"}>
        <ButtonLink href={cancelHref}>Cancel</ButtonLink>
      </FormActions>
    </Form>
  );
}
