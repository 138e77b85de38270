import { getExport } from "@/lib/exports/queries";
import { exportId } from "@/lib/exports/schema";
import { memberJson } from "@/lib/http/member-route";

export const GET = memberJson("/api/dashboard/[tenant]/export", exportId, getExport);
