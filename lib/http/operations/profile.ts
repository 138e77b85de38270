import { profile, updateProfileInput } from "../../profile/schema";
import type { Operation } from "../operation";

const shared = { tag: "My account", permission: null, isPersonal: true } as const;

export const profileOperations = {
  get: {
    ...shared,
    method: "get",
    path: "/api/v1/profile",
    operationId: "getProfile",
    summary: "One's own profile",
    reply: profile,
  },
  update: {
    ...shared,
    method: "patch",
    path: "/api/v1/profile",
    operationId: "updateProfile",
    summary: "Change one's own profile",
    body: updateProfileInput,
    reply: profile,
  },
} as const satisfies Record<string, Operation>;
