"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextareaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { applyTemplateInput, type TemplatePreview } from "@/lib/templates/schema";
import { applyTemplateAction } from "../../../templates/actions";

/** Does what the preview shows, and only that. */
export function ApplyForm({ preview: { tenant, template, preview_hash } }: { preview: TemplatePreview }) {
  const t = useTranslations("client.adminTenants");
  const router = useRouter();
  const pathname = usePathname();
  const form = useActionForm({
    schema: applyTemplateInput,
    defaultValues: { tenant: tenant.id, template: template.id, preview_hash, reason: "" },
    action: applyTemplateAction,
    onSuccess: () => {
      toast.success(t("versions.applied", { tenant: tenant.name, template: template.name, version: template.version }));
      router.push(pathname);
    },
  });
  return (
    <Form form={form}>
      <TextareaField control={form.control} name="reason" label={t("reason")} description={t("versions.readBy")} />
      <FormActions form={form} submitLabel={t("versions.apply")}>
        <ButtonLink href={pathname} scroll={false}>
          {t("cancel")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
