"use client";

import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { useActionForm } from "@/components/form/use-action-form";
import { toast } from "@/components/ui/toast";
import { setMemberRolesInput } from "@/lib/members/schema";
import type { ReachInput } from "@/lib/reach-input";
import type { RoleChoice } from "@/lib/roles/schema";
import { PreviewButton } from "../../../_access/preview-button";
import { setMemberRolesAction } from "../../actions";
import { RolesField } from "../../roles-field";

export interface RolesFormProps {
  tenantSlug: string;
  memberId: string;
  memberName: string;
  /** What the member reaches now, for the preview. */
  reach: ReachInput;
  roles: readonly RoleChoice[];
  /** Roles that the member has now. */
  held: string[];
}

export function RolesForm({ tenantSlug, memberId, memberName, reach, roles, held }: RolesFormProps) {
  const t = useTranslations("client.team");
  const form = useActionForm({
    schema: setMemberRolesInput,
    defaultValues: { id: memberId, role_ids: held },
    action: (input) => setMemberRolesAction(tenantSlug, input),
    onSuccess: ({ name }) => toast.success(t("edit.rolesSaved", { name })),
  });
  return (
    <Form form={form}>
      <RolesField control={form.control} name="role_ids" label={t("roles")} roles={roles} held={held} />
      <FormActions form={form} submitLabel={t("edit.saveRoles")}>
        <PreviewButton
          tenantSlug={tenantSlug}
          draft={() => {
            const { account_ids = null, branch_ids = null } = reach;
            return {
              label: memberName,
              role_ids: form.methods.getValues().role_ids,
              permissions: [],
              account_ids,
              branch_ids,
            };
          }}
        />
      </FormActions>
    </Form>
  );
}
