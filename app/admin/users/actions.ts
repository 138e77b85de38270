"use server";

import { reasonedBulkInput } from "@/lib/bulk";
import { adminAction } from "@/lib/http/action";
import { deactivateUsers, endSessionsOfUsers, reactivateUsers } from "@/lib/users/bulk";

export const deactivateUsersAction = adminAction(reasonedBulkInput, deactivateUsers);
export const reactivateUsersAction = adminAction(reasonedBulkInput, reactivateUsers);
export const endSessionsOfUsersAction = adminAction(reasonedBulkInput, endSessionsOfUsers);
