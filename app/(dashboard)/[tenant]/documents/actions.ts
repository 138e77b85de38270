"use server";

import { deleteDocument, restoreDocument, updateDocument } from "@/lib/documents/commands";
import { documentId, updateDocumentInput } from "@/lib/documents/schema";
import { tenantAction } from "@/lib/http/action";

export const updateDocumentAction = tenantAction(updateDocumentInput, updateDocument);
export const deleteDocumentAction = tenantAction(documentId, deleteDocument);
export const restoreDocumentAction = tenantAction(documentId, restoreDocument);
