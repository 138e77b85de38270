import { recordVersionOperations } from "@/lib/http/operations/record-versions";
import { otherMethods, route } from "@/lib/http/route";
import { listRecordVersions } from "@/lib/record-versions/queries";

export const GET = route(recordVersionOperations.list, listRecordVersions);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
