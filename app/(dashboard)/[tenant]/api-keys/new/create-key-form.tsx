"use client";

import { useRouter } from "next/navigation";
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
        <TextField
          control={control}
          name="name"
          label="Name"
          description="What it is for, such as the system that uses it"
        />
        <PermissionsField control={control} name="permissions" label="Permissions" held={held} />
        <AccountReachField
          control={control}
          accountsName="account_ids"
          branchesName="branch_ids"
          label="Accounts"
          accounts={accounts}
          whyNotAll={isRestricted ? "You are restricted to chosen accounts, so the key must be too." : undefined}
        />
        <ExpiryField control={control} name="expires_at" label="Expiry" timeZone={timeZone} now={now} />
        <FormActions form={form} submitLabel="Create API key">
          <ButtonLink href={path}>Cancel</ButtonLink>
          <PreviewButton
            tenantSlug={tenantSlug}
            draft={() => {
              const { name, permissions, account_ids = null, branch_ids = null } = form.methods.getValues();
              return { label: name || "New API key", role_ids: [], permissions, account_ids, branch_ids };
            }}
          />
        </FormActions>
      </Form>
      <SecretDialog made={made} onDone={() => made && router.push(`${path}/${made.api_key.id}`)} />
    </>
  );
}
