import { platformSearch, platformSearchInput } from "../../platform-search/schema";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminSearchOperations = {
  search: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/search",
    operationId: "adminSearch",
    summary: "Search across tenants",
    description:
      "Tenants, users, payment intents, refunds, accounts and API keys, at most 20 of each. Customers' addresses are found as a whole only, and shown masked. The audit log keeps who looked for what.",
    query: platformSearchInput,
    reply: platformSearch,
  },
} as const satisfies Record<string, Operation>;
