"use server";

import { tenantAction } from "@/lib/http/action";
import { updateTenantConfig } from "@/lib/tenant-configs/commands";
import { updateTenantConfigInput } from "@/lib/tenant-configs/schema";
import { updateOwnTenant } from "@/lib/tenants/commands";
import { updateOwnTenantInput } from "@/lib/tenants/schema";

export const updateTenantConfigAction = tenantAction(updateTenantConfigInput, updateTenantConfig);
export const updateTenantAction = tenantAction(updateOwnTenantInput, updateOwnTenant);
