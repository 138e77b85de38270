"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { SelectField, SwitchField } from "@/components/form/choice-fields";
import { Form, FormActions, FormRow } from "@/components/form/form";
import { TextareaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import type { Option } from "@/components/ui/option";
import { toast } from "@/components/ui/toast";
import { createTenantInput } from "@/lib/tenants/schema";
import { createTenantAction } from "../actions";
import { slugOf } from "../slug";
import { TIER_OPTIONS } from "../tier-options";

/** Makes a tenant and invites its first owner. The slug follows the name until somebody writes another one. */
export function CreateTenantForm({ templates }: { templates: readonly Option[] }) {
  const router = useRouter();
  const form = useActionForm({
    schema: createTenantInput,
    defaultValues: {
      slug: "",
      name: "",
      domain: "",
      subscription_tier: "standard",
      template: templates[0]?.value ?? null,
      with_sample_accounts: true,
      owner_email: "",
      owner_name: "",
      reason: "",
    },
    action: createTenantAction,
    onSuccess: ({ id, name, owner_invitation }) => {
      toast.success(`${name} was created${owner_invitation ? `, and ${owner_invitation.email} is invited` : ""}`);
      router.push(`/admin/tenants/${id}`);
    },
  });
  const { control, methods } = form;
  useEffect(() => {
    let suggested = "";
    const { unsubscribe } = methods.watch((values, { name }) => {
      if (name !== "name" || methods.getValues("slug") !== suggested) return;
      suggested = slugOf(values.name ?? "");
      methods.setValue("slug", suggested);
    });
    return unsubscribe;
  }, [methods]);
  return (
    <Form form={form}>
      <FormRow>
        <TextField control={control} name="name" label="Name" placeholder="Aurora Hotels" />
        <TextField control={control} name="slug" label="Slug" description="In its addresses; it stays as it is" />
      </FormRow>
      <FormRow>
        <TextField control={control} name="domain" label="Domain" placeholder="aurora-hotels.example" optional />
        <SelectField control={control} name="subscription_tier" label="Tier" options={TIER_OPTIONS} />
      </FormRow>
      <SelectField
        control={control}
        name="template"
        label="Template"
        description="Where its roles and settings come from"
        options={templates}
      />
      <SwitchField
        control={control}
        name="with_sample_accounts"
        label="With sample accounts"
        description="The template’s accounts, as a tree to begin with. They can be changed and deleted like any other."
      />
      <FormRow>
        <TextField
          control={control}
          name="owner_email"
          type="email"
          label="First owner’s e-mail"
          description="Gets a link that serves once. Without one, invite later"
          optional
        />
        <TextField control={control} name="owner_name" label="First owner’s name" optional />
      </FormRow>
      <TextareaField
        control={control}
        name="reason"
        label="Reason"
        description="Such as the contract; the tenant reads it in its audit log"
        rows={2}
      />
      <FormActions form={form} submitLabel="Create tenant">
        <ButtonLink href="/admin/tenants">Cancel</ButtonLink>
      </FormActions>
    </Form>
  );
}
