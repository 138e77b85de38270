import { memberJson } from "@/lib/http/member-route";
import { readRecordJson, recordJsonInput } from "@/lib/http/record-json";

export const GET = memberJson("/api/dashboard/[tenant]/record", recordJsonInput, readRecordJson);
