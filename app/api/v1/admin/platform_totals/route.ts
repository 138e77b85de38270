import { adminPlatformTotalOperations } from "@/lib/http/operations/admin-platform-totals";
import { otherMethods, route } from "@/lib/http/route";
import { getPlatformTotals } from "@/lib/platform-totals/queries";

export const GET = route(adminPlatformTotalOperations.getPlatformTotals, (admin, input) =>
  getPlatformTotals(admin, input),
);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
