import { listTrailInput, readListTrail } from "@/lib/http/list-trail";
import { memberJson } from "@/lib/http/member-route";

export const GET = memberJson("/api/dashboard/[tenant]/list_trail", listTrailInput, readListTrail);
