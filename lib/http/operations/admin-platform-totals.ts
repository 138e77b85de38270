import { platformTotals, platformTotalsInput } from "../../platform-totals/schema";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminPlatformTotalOperations = {
  getPlatformTotals: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/platform_totals",
    operationId: "adminGetPlatformTotals",
    summary: "What went through the platform in the last days",
    description: "Volume by day in one currency, failures by provider, active tenants. Days are those of UTC.",
    query: platformTotalsInput,
    reply: platformTotals,
  },
} as const satisfies Record<string, Operation>;
