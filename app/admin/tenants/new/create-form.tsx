"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
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
import { tierOptions } from "../tier-options";

/** Makes a tenant and invites its first owner. The slug follows the name until somebody writes another one. */
export function CreateTenantForm({ templates }: { templates: readonly Option[] }) {
  const t = useTranslations("client.adminTenants");
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
      toast.success(
        owner_invitation
          ? t("create.doneInvited", { name, email: owner_invitation.email })
          : t("create.done", { name }),
      );
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
        <TextField control={control} name="name" label={t("name")} placeholder={t("nameExample")} />
        <TextField control={control} name="slug" label={t("slug")} description={t("create.slugHelp")} />
      </FormRow>
      <FormRow>
        <TextField
          control={control}
          name="domain"
          label={t("domain")}
          placeholder={t("create.domainExample")}
          optional
        />
        <SelectField control={control} name="subscription_tier" label={t("tier")} options={tierOptions(t)} />
      </FormRow>
      <SelectField
        control={control}
        name="template"
        label={t("template")}
        description={t("create.templateHelp")}
        options={templates}
      />
      <SwitchField
        control={control}
        name="with_sample_accounts"
        label={t("create.samples")}
        description={t("create.samplesHelp")}
      />
      <FormRow>
        <TextField
          control={control}
          name="owner_email"
          type="email"
          label={t("create.ownerEmail")}
          description={t("create.ownerEmailHelp")}
          optional
        />
        <TextField control={control} name="owner_name" label={t("create.ownerName")} optional />
      </FormRow>
      <TextareaField
        control={control}
        name="reason"
        label={t("reason")}
        description={t("create.reasonHelp")}
        rows={2}
      />
      <FormActions form={form} submitLabel={t("create.submit")}>
        <ButtonLink href="/admin/tenants">{t("cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
