import { searchInput, searchReply } from "../../search/schema";
import type { Operation } from "../operation";

export const searchOperations = {
  search: {
    method: "get",
    path: "/api/v1/search",
    operationId: "search",
    summary: "Find records of all kinds by id, reference or name",
    description:
      "At most 5 of each kind that the token may read, the best first: payments and refunds also by their provider's id. " +
      "Whoever sees customers' addresses masked does not find by them.",
    tag: "Search",
    permission: null,
    query: searchInput,
    reply: searchReply,
  },
} as const satisfies Record<string, Operation>;
