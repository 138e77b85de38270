import { createDocument, deleteDocument, updateDocument } from "@/lib/documents/commands";
import { getDocument } from "@/lib/documents/queries";
import { documentOperations } from "@/lib/http/operations/documents";
import { otherMethods, route } from "@/lib/http/route";

export const GET = route(documentOperations.get, getDocument);
export const POST = route(documentOperations.create, createDocument);
export const PATCH = route(documentOperations.update, updateDocument);
export const DELETE = route(documentOperations.remove, deleteDocument);
export const { PUT, OPTIONS } = otherMethods(GET, POST, PATCH, DELETE);
