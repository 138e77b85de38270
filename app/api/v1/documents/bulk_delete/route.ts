import { deleteDocuments } from "@/lib/documents/bulk";
import { bulkOperations } from "@/lib/http/operations/bulk";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(bulkOperations.deleteDocuments, deleteDocuments);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
