import { restoreDocument } from "@/lib/documents/commands";
import { documentOperations } from "@/lib/http/operations/documents";
import { otherMethods, route } from "@/lib/http/route";

export const POST = route(documentOperations.restore, restoreDocument);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(POST);
