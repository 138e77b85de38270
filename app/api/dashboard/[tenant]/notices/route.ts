import { memberJson } from "@/lib/http/member-route";
import { listNewestNotices } from "@/lib/notices/queries";
import { noInput } from "@/lib/notices/schema";

export const GET = memberJson("/api/dashboard/[tenant]/notices", noInput, listNewestNotices);
