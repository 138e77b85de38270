import { z } from "zod";
import { IMPORT_FILE_DAYS } from "../../import-files";
import {
  importDetail,
  importId,
  importList,
  importPreview,
  importRecord,
  keptRecords,
  mappedImportInput,
  uploadedImport,
  uploadImportInput,
} from "../../imports/record";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const common = { tag: "Imports", permission: "payment_intents:import" } as const;

export const importOperations = {
  list: {
    ...common,
    method: "get",
    path: "/api/v1/imports",
    operationId: "listImports",
    summary: "List imports",
    description: "Who is restricted to chosen accounts sees the own ones only.",
    query: importList,
    reply: listReply(importRecord),
  },
  get: {
    ...common,
    method: "get",
    path: "/api/v1/import",
    operationId: "getImport",
    summary: "One import, with its mapping and how far it has come",
    query: importId,
    reply: importDetail,
  },
  upload: {
    ...common,
    method: "post",
    path: "/api/v1/import",
    operationId: "uploadImport",
    summary: "Upload a file to import",
    description:
      "Takes CSV in UTF-8, plain or gzip. The answer has a proposal how its lines become records: the mapping of the last " +
      "file with the same columns, or a guess. Nothing is imported before `run`.",
    body: uploadImportInput,
    encoding: "multipart",
    reply: uploadedImport,
    status: 201,
  },
  preview: {
    ...common,
    method: "post",
    path: "/api/v1/import/preview",
    operationId: "previewImport",
    summary: "What the first lines would become",
    description: "By the mapping that is sent, or by the one that is kept. Nothing changes.",
    body: mappedImportInput,
    reply: importPreview,
    errors: ["conflict"],
  },
  check: {
    ...common,
    method: "post",
    path: "/api/v1/import/check",
    operationId: "checkImport",
    summary: "Look through the whole file without importing it",
    description:
      "A job does it: ask `getImport` until the status is CHECKED. The refused lines can be downloaded then.",
    body: mappedImportInput,
    reply: importDetail,
    status: 202,
    errors: ["conflict"],
  },
  run: {
    ...common,
    method: "post",
    path: "/api/v1/import/run",
    operationId: "runImport",
    summary: "Import the file",
    description:
      "A job does it: ask `getImport` until the status is COMPLETED. A line of one source is imported once, so an import that " +
      "was stopped or has failed goes on where it was.",
    body: mappedImportInput,
    reply: importDetail,
    status: 202,
    errors: ["conflict"],
  },
  cancel: {
    ...common,
    method: "post",
    path: "/api/v1/import/cancel",
    operationId: "cancelImport",
    summary: "Stop a check or an import",
    description: "It stops behind the lines under way. What is in stays, and can be undone.",
    body: importId,
    reply: importDetail,
    errors: ["conflict"],
  },
  undo: {
    ...common,
    method: "post",
    path: "/api/v1/import/undo",
    operationId: "undoImport",
    summary: "Take back what an import has brought",
    description:
      "A job deletes its payments that nothing has happened to since, and soft-deletes the accounts that it has made and nobody " +
      "uses. What cannot be taken back stays, and `listKeptRecords` says why. The lines can be imported again.",
    body: importId,
    reply: importDetail,
    status: 202,
    errors: ["conflict"],
  },
  kept: {
    ...common,
    method: "get",
    path: "/api/v1/import/kept",
    operationId: "listKeptRecords",
    summary: "What an undo could not take back, and why",
    query: importId,
    reply: keptRecords,
  },
  refusals: {
    ...common,
    method: "get",
    path: "/api/v1/import/refusals",
    operationId: "getImportRefusals",
    summary: "Download the refused lines",
    description: `CSV with line, column, value and reason, for whoever has uploaded the file; kept for ${IMPORT_FILE_DAYS} days.`,
    query: importId,
    reply: z.string().meta({ override: { type: "string", format: "binary" }, examples: ["(the bytes)"] }),
    repliesBytes: true,
    errors: ["conflict"],
  },
} as const satisfies Record<string, Operation>;
