import { z } from "zod";
import {
  exportId,
  exportList,
  exportOptions,
  exportOptionsInput,
  listExport,
  requestExportInput,
} from "../../exports/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const one = { path: "/api/v1/export", tag: "Exports", permission: null, reply: listExport } as const;

export const exportOperations = {
  list: {
    method: "get",
    path: "/api/v1/exports",
    operationId: "listExports",
    summary: "List exports",
    description: "One's own; with the permission audit_logs:read those of others too, which only they can download.",
    tag: "Exports",
    permission: null,
    query: exportList,
    reply: listReply(listExport),
  },
  get: {
    ...one,
    method: "get",
    operationId: "getExport",
    summary: "One export, and how far it has come",
    query: exportId,
  },
  options: {
    ...one,
    method: "get",
    path: "/api/v1/export/options",
    operationId: "getExportOptions",
    summary: "What an export of a list would hold, and which columns there are",
    description: "Reading the list needs its own permission.",
    query: exportOptionsInput,
    reply: exportOptions,
  },
  request: {
    ...one,
    method: "post",
    operationId: "requestExport",
    summary: "Have the rows of a list written into a file",
    description:
      "Exactly the rows that the list holds for the token, all of them and in its order, as they are together at the " +
      "moment when the export begins. It needs the list's own permission, also while it runs. Five can be under way " +
      "in a tenant; the file stays for 24 hours.",
    body: requestExportInput,
    isIdempotent: true,
    status: 202,
    errors: ["conflict", "switched_off"],
  },
  cancel: {
    ...one,
    method: "post",
    path: "/api/v1/export/cancel",
    operationId: "cancelExport",
    summary: "Call an export of one's own off",
    body: exportId,
    errors: ["conflict"],
  },
  file: {
    method: "get",
    path: "/api/v1/export/file",
    operationId: "getExportFile",
    summary: "Download the file of one's own export",
    description:
      "Its SHA-256 is in `ETag` and `Repr-Digest`. One `Range` is honoured. Each download leaves a row in the audit log. " +
      "409 before it is completed and once it has expired; 403 for who may see less by now than the file holds.",
    tag: "Exports",
    permission: null,
    query: exportId,
    reply: z.string().meta({ override: { type: "string", format: "binary" }, examples: ["(the bytes)"] }),
    repliesBytes: true,
    errors: ["conflict", "switched_off"],
  },
} as const satisfies Record<string, Operation>;
