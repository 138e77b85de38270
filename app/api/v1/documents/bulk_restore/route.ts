import { restoreDocuments } from "@/lib/documents/bulk";
import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(bulkOperations.restoreDocuments, restoreDocuments);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
