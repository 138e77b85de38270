"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Form, FormActions } from "@/components/form/form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Permission } from "@/lib/permissions";
import { createRoleInput } from "@/lib/roles/schema";
import { PermissionsField } from "../api-keys/new/permissions-field";
import { createRoleAction, updateRoleAction } from "./actions";

export interface RoleFormProps {
  tenantSlug: string;
  /** Address of the roles. */
  path: string;
  /** The role to change; absent for a new one. */
  roleId?: string;
  /** What the form shows at first. */
  start: { name: string; description: string; permissions: Permission[] };
  /** What whoever fills it in holds, and so may give. */
  held: readonly Permission[];
}

/** Makes or changes a role of the tenant's own. */
export function RoleForm({ tenantSlug, path, roleId, start, held }: RoleFormProps) {
  const t = useTranslations("client.roles.form");
  const router = useRouter();
  const form = useActionForm({
    schema: createRoleInput,
    defaultValues: start,
    action: (input) =>
      roleId ? updateRoleAction(tenantSlug, { id: roleId, ...input }) : createRoleAction(tenantSlug, input),
    onSuccess: ({ id, name }) => {
      toast.success(roleId ? t("saved", { name }) : t("created", { name }));
      router.push(`${path}/${id}`);
    },
  });
  const { control } = form;
  return (
    <Form form={form} className="gap-6">
      <TextField control={control} name="name" label={t("name")} description={t("nameHelp")} />
      <TextField control={control} name="description" label={t("description")} optional />
      <PermissionsField control={control} name="permissions" label={t("permissions")} held={held} />
      <FormActions form={form} submitLabel={roleId ? t("save") : t("create")}>
        <ButtonLink href={roleId ? `${path}/${roleId}` : path}>{t("cancel")}</ButtonLink>
      </FormActions>
    </Form>
  );
}
