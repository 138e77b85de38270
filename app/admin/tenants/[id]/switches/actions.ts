"use server";

import { adminAction } from "@/lib/http/action";
import { setTenantSwitch } from "@/lib/tenant-switches/commands";
import { setTenantSwitchInput } from "@/lib/tenant-switches/schema";
import { reactivateTenant, suspendTenant } from "@/lib/tenants/commands";
import { tenantStatusInput } from "@/lib/tenants/schema";

export const setTenantSwitchAction = adminAction(setTenantSwitchInput, setTenantSwitch);
export const suspendTenantAction = adminAction(tenantStatusInput, suspendTenant);
export const reactivateTenantAction = adminAction(tenantStatusInput, reactivateTenant);
