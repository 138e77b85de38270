import { createAccount, deleteAccount, updateAccount } from "@/lib/accounts/commands";
import { getAccount } from "@/lib/accounts/queries";
import { accountOperations } from "@/lib/http/operations/accounts";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(accountOperations.get, getAccount);
export const POST = route(accountOperations.create, createAccount);
export const PATCH = route(accountOperations.update, updateAccount);
export const DELETE = route(accountOperations.remove, deleteAccount);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
