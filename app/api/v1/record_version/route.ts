import { recordVersionOperations } from "@/lib/http/operations/record-versions";
import { otherMethods, route } from "@/lib/http/route";
import { getRecordVersion } from "@/lib/record-versions/queries";

export const GET = route(recordVersionOperations.get, getRecordVersion);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
