"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import type { Permission } from "@/lib/permissions";
import { updateWebhookEndpointInput, type WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import { updateEndpointAction } from "../../actions";
import { EndpointFields } from "../../endpoint-fields";

export interface EditEndpointFormProps {
  tenantSlug: string;
  /** Address of the endpoint's page. */
  path: string;
  endpoint: WebhookEndpoint;
  held: readonly Permission[];
}

export function EditEndpointForm({ tenantSlug, path, endpoint, held }: EditEndpointFormProps) {
  const t = useTranslations("client.webhooks");
  const router = useRouter();
  const form = useActionForm({
    schema: updateWebhookEndpointInput,
    defaultValues: {
      id: endpoint.id,
      url: endpoint.url,
      description: endpoint.description,
      event_types: endpoint.event_types,
      includes_personal_data: endpoint.includes_personal_data,
    },
    action: (input) => updateEndpointAction(tenantSlug, input),
    onSuccess: () => router.push(path),
  });
  return (
    <Form form={form} className="gap-6">
      <EndpointFields control={form.control} held={held} />
      <FormActions form={form} submitLabel={t("saveChanges")}>
        <ButtonLink href={path}>{t("cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
