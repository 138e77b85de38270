import { z } from "zod";
import { ACCEPTED_FILES } from "../../documents/names";
import {
  createDocumentInput,
  document,
  documentId,
  documentList,
  updateDocumentInput,
  uploadedDocument,
} from "../../documents/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/document", tag: "Documents", reply: document } as const;

export const documentOperations = {
  list: {
    method: "get",
    path: "/api/v1/documents",
    operationId: "listDocuments",
    summary: "List documents",
    description: "The latest version of each; with `versions=all` or `series` the earlier ones too.",
    tag: "Documents",
    permission: "documents:read",
    query: documentList,
    reply: listReply(document),
  },
  get: {
    ...one,
    method: "get",
    operationId: "getDocument",
    summary: "One document, deleted or not",
    permission: "documents:read",
    query: documentId,
  },
  create: {
    ...one,
    method: "post",
    operationId: "createDocument",
    summary: "Upload a document",
    description:
      `Takes ${ACCEPTED_FILES}, told from the bytes. A document of the same title in the same place gets the file as its ` +
      "next version. The same bytes in the same place are stored once: sending a file again answers the document that is " +
      "there, with 200 and `is_duplicate`.",
    permission: "documents:write",
    body: createDocumentInput,
    encoding: "multipart",
    reply: uploadedDocument,
    status: 201,
    existingFlag: "is_duplicate",
  },
  update: {
    ...one,
    method: "patch",
    operationId: "updateDocument",
    summary: "Change the fields that are present; null clears",
    description: "Title, account and payment intent change for all versions, metadata for this one.",
    permission: "documents:write",
    body: updateDocumentInput,
    errors: ["already_exists"],
  },
  remove: {
    ...one,
    method: "delete",
    operationId: "deleteDocument",
    summary: "Delete one version of a document",
    description: "The version before it takes its place. It can be restored.",
    permission: "documents:write",
    query: documentId,
  },
  restore: {
    ...one,
    method: "post",
    path: "/api/v1/document/restore",
    operationId: "restoreDocument",
    summary: "Bring a deleted document back",
    permission: "documents:write",
    body: documentId,
    errors: ["already_exists"],
  },
  content: {
    method: "get",
    path: "/api/v1/document/content",
    operationId: "getDocumentContent",
    summary: "Download a document",
    description:
      "The bytes as they were uploaded, with their SHA-256 in `ETag` and `Repr-Digest`. One `Range` is honoured. " +
      "A deleted document is 409 until it is restored.",
    tag: "Documents",
    permission: "documents:read",
    query: documentId,
    reply: z.string().meta({ override: { type: "string", format: "binary" }, examples: ["(the bytes)"] }),
    repliesBytes: true,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
