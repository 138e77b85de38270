"use server";

import { createAccount, deleteAccount, restoreAccount, updateAccount } from "@/lib/accounts/commands";
import { accountId, createAccountInput, updateAccountInput } from "@/lib/accounts/schema";
import { tenantAction } from "@/lib/http/action";

export const createAccountAction = tenantAction(createAccountInput, createAccount);
export const updateAccountAction = tenantAction(updateAccountInput, updateAccount);
export const deleteAccountAction = tenantAction(accountId, deleteAccount);
export const restoreAccountAction = tenantAction(accountId, restoreAccount);
