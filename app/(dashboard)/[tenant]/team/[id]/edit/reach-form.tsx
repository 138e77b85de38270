"use client";

import { useTranslations } from "next-intl";
import { AccountReachField } from "@/components/form/account-reach-field";
import { Form, FormActions } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { toast } from "@/components/ui/toast";
import { updateMemberInput } from "@/lib/members/schema";
import type { ReachInput } from "@/lib/reach-input";
import { PreviewButton } from "../../../_access/preview-button";
import type { AccountChoice } from "../../../options";
import { updateMemberAction } from "../../actions";

export interface ReachFormProps {
  tenantSlug: string;
  memberId: string;
  memberName: string;
  /** Roles that the member has now, for the preview. */
  roleIds: readonly string[];
  accounts: readonly AccountChoice[];
  /** What the member reaches now. */
  reach: ReachInput;
  /** True for somebody who is restricted: then the member must be too. */
  isRestricted: boolean;
}

export function ReachForm(props: ReachFormProps) {
  const { tenantSlug, memberId, memberName, roleIds, accounts, reach, isRestricted } = props;
  const t = useTranslations("client.team");
  const form = useActionForm({
    schema: updateMemberInput,
    defaultValues: { id: memberId, account_ids: reach.account_ids ?? null, branch_ids: reach.branch_ids ?? null },
    action: (input) => updateMemberAction(tenantSlug, input),
    onSuccess: ({ name }) => toast.success(t("edit.accountsSaved", { name })),
  });
  return (
    <Form form={form}>
      <AccountReachField
        control={form.control}
        accountsName="account_ids"
        branchesName="branch_ids"
        label={t("accounts")}
        accounts={accounts}
        whyNotAll={isRestricted ? t("restricted") : undefined}
      />
      <FormActions form={form} submitLabel={t("edit.saveAccounts")}>
        <PreviewButton
          tenantSlug={tenantSlug}
          draft={() => {
            const { account_ids = null, branch_ids = null } = form.methods.getValues();
            return { label: memberName, role_ids: [...roleIds], permissions: [], account_ids, branch_ids };
          }}
        />
      </FormActions>
    </Form>
  );
}
