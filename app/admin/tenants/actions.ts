"use server";

import { adminAction } from "@/lib/http/action";
import { createTenant, inviteOwner, updateTenant } from "@/lib/tenants/commands";
import { createTenantInput, inviteOwnerInput, updateTenantInput } from "@/lib/tenants/schema";

export const createTenantAction = adminAction(createTenantInput, createTenant);
export const updateTenantAction = adminAction(updateTenantInput, updateTenant);
export const inviteOwnerAction = adminAction(inviteOwnerInput, inviteOwner);
