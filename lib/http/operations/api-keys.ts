import { apiKey, apiKeyId, apiKeyList, createApiKeyInput, newApiKey, rotateApiKeyInput } from "../../api-keys/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

// By session token only: a key that could make keys would outlive its own end.
const shared = { tag: "Access keys", isSessionOnly: true } as const;

export const apiKeyOperations = {
  list: {
    ...shared,
    method: "get",
    path: "/api/v1/api_keys",
    operationId: "listApiKeys",
    summary: "List access keys",
    permission: "api_keys:read",
    query: apiKeyList,
    reply: listReply(apiKey),
  },
  get: {
    ...shared,
    method: "get",
    path: "/api/v1/api_key",
    operationId: "getApiKey",
    summary: "One access key, without its secret",
    permission: "api_keys:read",
    query: apiKeyId,
    reply: apiKey,
  },
  create: {
    ...shared,
    method: "post",
    path: "/api/v1/api_key",
    operationId: "createApiKey",
    summary: "Make an access key",
    description:
      "The secret is in this answer and nowhere else. Nobody gives a key permissions or accounts that they do not have.",
    permission: "api_keys:write",
    body: createApiKeyInput,
    status: 201,
    reply: newApiKey,
  },
  rotate: {
    ...shared,
    method: "post",
    path: "/api/v1/api_key/rotate",
    operationId: "rotateApiKey",
    summary: "Replace an access key by a new one with the same rights",
    description: "The old key works on for the overlap. The secret of the new one is in this answer and nowhere else.",
    permission: "api_keys:write",
    body: rotateApiKeyInput,
    status: 201,
    reply: newApiKey,
    errors: ["conflict"],
  },
  revoke: {
    ...shared,
    method: "post",
    path: "/api/v1/api_key/revoke",
    operationId: "revokeApiKey",
    summary: "End an access key at once",
    description: "The next request with it is refused. Revoking a key twice is no error.",
    permission: "api_keys:write",
    body: apiKeyId,
    reply: apiKey,
  },
} as const satisfies Record<string, Operation>;
