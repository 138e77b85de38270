"use server";

import { adminAction } from "@/lib/http/action";
import { agreeTenantDeletion, callOffTenantDeletion, requestTenantDeletion } from "@/lib/tenant-deletions/commands";
import { decideTenantDeletionInput, requestTenantDeletionInput } from "@/lib/tenant-deletions/schema";
import { requestTenantExport } from "@/lib/tenant-exports/commands";
import { requestTenantExportInput } from "@/lib/tenant-exports/schema";
import { setTenantSwitch } from "@/lib/tenant-switches/commands";
import { setTenantSwitchInput } from "@/lib/tenant-switches/schema";
import { reactivateTenant, suspendTenant } from "@/lib/tenants/commands";
import { tenantStatusInput } from "@/lib/tenants/schema";

export const setTenantSwitchAction = adminAction(setTenantSwitchInput, setTenantSwitch);
export const suspendTenantAction = adminAction(tenantStatusInput, suspendTenant);
export const reactivateTenantAction = adminAction(tenantStatusInput, reactivateTenant);
export const requestTenantExportAction = adminAction(requestTenantExportInput, requestTenantExport);
export const requestTenantDeletionAction = adminAction(requestTenantDeletionInput, requestTenantDeletion);
export const agreeTenantDeletionAction = adminAction(decideTenantDeletionInput, agreeTenantDeletion);
export const callOffTenantDeletionAction = adminAction(decideTenantDeletionInput, callOffTenantDeletion);
