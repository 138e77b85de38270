"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountReachField } from "@/components/form/account-reach-field";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import type { AccountNode } from "@/lib/accounts/queries";
import { createApiKeyInput, type NewApiKey } from "@/lib/api-keys/schema";
import type { Permission } from "@/lib/permissions";
import { PreviewButton } from "../../_access/preview-button";
import { createApiKeyAction } from "../actions";
import { SecretDialog } from "../secret-dialog";
import { ExpiryField, expiryAfter } from "./expiry-field";
import { PermissionsField } from "./permissions-field";

export interface CreateKeyFormProps {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  accounts: readonly AccountNode[];
  /** What the maker holds, and so may give. */
  held: readonly Permission[];
  /** True for a maker who is restricted to chosen accounts: then the key must be too. */
  isRestricted: boolean;
  timeZone: string;
  /** When the page was made. */
  now: string;
}

export function CreateKeyForm(props: CreateKeyFormProps) {
  const { tenantSlug, path, accounts, held, isRestricted, timeZone, now } = props;
  const t = useTranslations("client.apiKeys");
  const router = useRouter();
  const [made, setMade] = useState<NewApiKey | null>(null);
  const form = useActionForm({
    schema: createApiKeyInput,
    defaultValues: {
      name: "",
      permissions: [],
      account_ids: isRestricted ? [] : null,
      branch_ids: isRestricted ? [] : null,
      expires_at: expiryAfter(now, 365),
    },
    action: (input) => createApiKeyAction(tenantSlug, input),
    onSuccess: setMade,
  });
  const { control } = form;
  return (
    <>
      <Form form={form} className="gap-6">
        <TextField control={control} name="name" label={t("name")} description={t("form.nameHelp")} />
        <PermissionsField control={control} name="permissions" label={t("permissions")} held={held} />
        <AccountReachField
          control={control}
          accountsName="account_ids"
          branchesName="branch_ids"
          label={t("accounts")}
          accounts={accounts}
          whyNotAll={isRestricted ? t("form.restricted") : undefined}
        />
        <ExpiryField control={control} name="expires_at" label={t("form.expiry")} timeZone={timeZone} now={now} />
        <FormActions form={form} submitLabel={t("form.submit")}>
          <ButtonLink href={path}>{t("form.cancel")}</ButtonLink>
          <PreviewButton
            tenantSlug={tenantSlug}
            draft={() => {
              const { name, permissions, account_ids = null, branch_ids = null } = form.methods.getValues();
              return { label: name || t("form.newKey"), role_ids: [], permissions, account_ids, branch_ids };
            }}
          />
        </FormActions>
      </Form>
      <SecretDialog made={made} onDone={() => made && router.push(`${path}/${made.api_key.id}`)} />
    </>
  );
}
