"use client";

import { useTranslations } from "next-intl";
import { EditDialog } from "@/components/form/edit-dialog";
import type { EditableTenant } from "./edit-tenant-form";

/** The button to a tenant's name, domain and tier. */
export function EditTenant({ tenant }: { tenant: EditableTenant }) {
  const t = useTranslations("client.adminTenants");
  return (
    <EditDialog title={t("edit.title", { name: tenant.name })} load={() => import("./edit-tenant-form")}>
      {({ EditTenantForm }, onSaved) => <EditTenantForm tenant={tenant} onSaved={onSaved} />}
    </EditDialog>
  );
}
