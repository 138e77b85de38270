"use server";

import { tenantAction } from "@/lib/http/action";
import { createRole, deleteRole, updateRole } from "@/lib/roles/commands";
import { createRoleInput, roleId, updateRoleInput } from "@/lib/roles/schema";

export const createRoleAction = tenantAction(createRoleInput, createRole);
export const updateRoleAction = tenantAction(updateRoleInput, updateRole);
export const deleteRoleAction = tenantAction(roleId, deleteRole);
