"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboboxField } from "@/components/form/choice-fields";
import { Form, FormActions } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import type { Permission } from "@/lib/permissions";
import { createWebhookEndpointInput, type WebhookEndpointWithSecret } from "@/lib/webhook-endpoints/schema";
import { type AccountChoice, accountOptions } from "../../options";
import { createEndpointAction } from "../actions";
import { EndpointFields } from "../endpoint-fields";
import { SecretDialog } from "../secret-dialog";

export interface CreateEndpointFormProps {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  accounts: readonly AccountChoice[];
  held: readonly Permission[];
  /** True for a maker who is restricted to chosen accounts: then the endpoint must be too. */
  isRestricted: boolean;
}

export function CreateEndpointForm({ tenantSlug, path, accounts, held, isRestricted }: CreateEndpointFormProps) {
  const t = useTranslations("client.webhooks");
  const router = useRouter();
  const [made, setMade] = useState<WebhookEndpointWithSecret | null>(null);
  const form = useActionForm({
    schema: createWebhookEndpointInput,
    defaultValues: { url: "", description: "", event_types: [], includes_personal_data: false, account_id: null },
    action: (input) => createEndpointAction(tenantSlug, input),
    onSuccess: setMade,
  });
  return (
    <>
      <Form form={form} className="gap-6">
        <EndpointFields control={form.control} held={held} />
        <ComboboxField
          control={form.control}
          name="account_id"
          label={t("account")}
          optional={!isRestricted}
          options={accountOptions(accounts)}
          placeholder={isRestricted ? t("create.chooseAccount") : t("create.allAccounts")}
          description={t("create.accountHelp")}
        />
        <FormActions form={form} submitLabel={t("create.submit")}>
          <ButtonLink href={path}>{t("cancel")}</ButtonLink>
        </FormActions>
      </Form>
      <SecretDialog
        secret={made?.secret ?? null}
        onDone={() => made && router.push(`${path}/${made.webhook_endpoint.id}`)}
      />
    </>
  );
}
