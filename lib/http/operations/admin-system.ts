import { system } from "../../system/schema";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminSystemOperations = {
  getSystem: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/system",
    operationId: "adminGetSystem",
    summary: "How the installation is: database, migrations, pools, jobs, mails, webhooks, versions, limits",
    description: "Numbers and names only: nothing of any tenant, and no secret.",
    reply: system,
  },
} as const satisfies Record<string, Operation>;
