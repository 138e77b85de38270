import { memberJson } from "@/lib/http/member-route";
import { listViewsOf } from "@/lib/http/saved-views";
import { viewsOfListInput } from "@/lib/saved-views/schema";

export const GET = memberJson("/api/dashboard/[tenant]/saved_views", viewsOfListInput, listViewsOf);
