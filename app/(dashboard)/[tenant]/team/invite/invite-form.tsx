"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountReachField } from "@/components/form/account-reach-field";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { createInvitationInput, type SentInvitation } from "@/lib/invitations/schema";
import type { RoleChoice } from "@/lib/roles/schema";
import { PreviewButton } from "../../_access/preview-button";
import type { AccountChoice } from "../../options";
import { createInvitationAction } from "../actions";
import { LinkDialog } from "../link-dialog";
import { RolesField } from "../roles-field";

export interface InviteFormProps {
  tenantSlug: string;
  /** Address of the team. */
  path: string;
  roles: readonly RoleChoice[];
  accounts: readonly AccountChoice[];
  /** True for somebody who is restricted to chosen accounts: then the invited person is too. */
  isRestricted: boolean;
}

export function InviteForm({ tenantSlug, path, roles, accounts, isRestricted }: InviteFormProps) {
  const t = useTranslations("client.team");
  const router = useRouter();
  const [sent, setSent] = useState<SentInvitation | null>(null);
  const form = useActionForm({
    schema: createInvitationInput,
    defaultValues: {
      email: "",
      role_ids: [],
      account_ids: isRestricted ? [] : null,
      branch_ids: isRestricted ? [] : null,
    },
    action: (input) => createInvitationAction(tenantSlug, input),
    onSuccess: setSent,
  });
  const { control } = form;
  return (
    <>
      <Form form={form} className="gap-6">
        <TextField
          control={control}
          name="email"
          label={t("invite.email")}
          type="email"
          description={t("invite.emailHelp")}
        />
        <RolesField control={control} name="role_ids" label={t("roles")} roles={roles} />
        <AccountReachField
          control={control}
          accountsName="account_ids"
          branchesName="branch_ids"
          label={t("accounts")}
          accounts={accounts}
          whyNotAll={isRestricted ? t("restricted") : undefined}
        />
        <FormActions form={form} submitLabel={t("invite.submit")}>
          <ButtonLink href={path}>{t("cancel")}</ButtonLink>
          <PreviewButton
            tenantSlug={tenantSlug}
            draft={() => {
              const { email, role_ids, account_ids = null, branch_ids = null } = form.methods.getValues();
              return { label: email || t("invite.newMember"), role_ids, permissions: [], account_ids, branch_ids };
            }}
          />
        </FormActions>
      </Form>
      <LinkDialog sent={sent} onDone={() => router.push(`${path}/invitations?state=open,expired`)} />
    </>
  );
}
