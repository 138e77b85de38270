import { adminUserOperations } from "@/lib/http/operations/admin-users";
import { otherMethods, route } from "@/lib/http/route";
import { sendUserPasswordReset } from "@/lib/users/commands";

export const POST = route(adminUserOperations.sendPasswordReset, sendUserPasswordReset);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
