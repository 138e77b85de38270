import { listDocuments } from "@/lib/documents/queries";
import { documentOperations } from "@/lib/http/operations/documents";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(documentOperations.list, listDocuments);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
