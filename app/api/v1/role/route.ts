import { roleOperations } from "@/lib/http/operations/roles";
import { otherMethods, route } from "@/lib/http/route";
import { createRole, deleteRole, updateRole } from "@/lib/roles/commands";
import { getRole } from "@/lib/roles/queries";

export const GET = route(roleOperations.get, getRole);
export const POST = route(roleOperations.create, createRole);
export const PATCH = route(roleOperations.update, updateRole);
export const DELETE = route(roleOperations.remove, deleteRole);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
