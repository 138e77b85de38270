import { z } from "zod";
import {
  account,
  accountId,
  accountList,
  accountTreeInput,
  accountTreeNode,
  createAccountInput,
  updateAccountInput,
} from "../../accounts/schema";
import { accountTotals } from "../../payment-intents/account-totals-schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/account", tag: "Accounts", reply: account } as const;

export const accountOperations = {
  list: {
    method: "get",
    path: "/api/v1/accounts",
    operationId: "listAccounts",
    summary: "List accounts",
    tag: "Accounts",
    permission: "accounts:read",
    query: accountList,
    reply: listReply(account),
  },
  tree: {
    method: "get",
    path: "/api/v1/account_tree",
    operationId: "getAccountTree",
    summary: "The tree of living accounts, or a branch of it",
    description:
      "In the order of the tree: parents before what is below them, siblings by name. At most 5,000 accounts; " +
      "`is_capped` says that there are more, which a branch or fewer levels then show.",
    tag: "Accounts",
    permission: "accounts:read",
    query: accountTreeInput,
    reply: z.object({
      items: z.array(accountTreeNode),
      is_capped: z.boolean().meta({ examples: [false] }),
    }),
  },
  totals: {
    method: "get",
    path: "/api/v1/account_totals",
    operationId: "getAccountTotals",
    summary: "What was paid and refunded in an account and all below it",
    description: "By currency, payments by their status too; amounts of different currencies are never added.",
    tag: "Accounts",
    permission: "payment_intents:read",
    query: accountId,
    reply: accountTotals,
  },
  get: {
    ...one,
    method: "get",
    operationId: "getAccount",
    summary: "One account, deleted or not",
    permission: "accounts:read",
    query: accountId,
  },
  create: {
    ...one,
    method: "post",
    operationId: "createAccount",
    summary: "Create an account",
    permission: "accounts:write",
    body: createAccountInput,
    isIdempotent: true,
    status: 201,
    errors: ["already_exists", "conflict"],
  },
  update: {
    ...one,
    method: "patch",
    operationId: "updateAccount",
    summary: "Change the fields that are present; null clears",
    description: "A new `parent_id` moves the account with everything below it.",
    permission: "accounts:write",
    body: updateAccountInput,
    errors: ["already_exists", "conflict"],
  },
  remove: {
    ...one,
    method: "delete",
    operationId: "deleteAccount",
    summary: "Delete an account that has none below it",
    description: "It can be restored, and its payments stay visible.",
    permission: "accounts:write",
    query: accountId,
    errors: ["conflict"],
  },
  restore: {
    ...one,
    method: "post",
    path: "/api/v1/account/restore",
    operationId: "restoreAccount",
    summary: "Bring a deleted account back",
    permission: "accounts:write",
    body: accountId,
    errors: ["already_exists", "conflict"],
  },
} as const satisfies Record<string, Operation>;
