import {
  createNamedMappingInput,
  namedMapping,
  namedMappingList,
  updateNamedMappingInput,
} from "../../imports/named-mapping";
import { importId } from "../../imports/record";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";

const common = { tag: "Imports", permission: "payment_intents:import" } as const;
const one = { ...common, path: "/api/v1/import_mapping", reply: namedMapping } as const;

export const importMappingOperations = {
  list: {
    ...common,
    method: "get",
    path: "/api/v1/import_mappings",
    operationId: "listImportMappings",
    summary: "List named mappings",
    description: "Who is restricted to chosen accounts sees the own ones only, for a mapping may name any account.",
    query: namedMappingList,
    reply: listReply(namedMapping),
  },
  get: {
    ...one,
    method: "get",
    operationId: "getImportMapping",
    summary: "One named mapping",
    query: importId,
  },
  create: {
    ...one,
    method: "post",
    operationId: "createImportMapping",
    summary: "Keep a mapping under a name",
    description: "With the columns of its file, the next upload of a file with just these columns proposes it.",
    body: createNamedMappingInput,
    status: 201,
    errors: ["already_exists", "conflict"],
  },
  update: {
    ...one,
    method: "patch",
    operationId: "updateImportMapping",
    summary: "Rename or overwrite a named mapping",
    description: "Imports that were done by it keep theirs.",
    body: updateNamedMappingInput,
    errors: ["already_exists"],
  },
  delete: {
    ...one,
    method: "delete",
    operationId: "deleteImportMapping",
    summary: "Delete a named mapping",
    description: "Its name can be used again, and it can be restored. Imports that were done by it keep theirs.",
    query: importId,
  },
  restore: {
    ...one,
    method: "post",
    path: "/api/v1/import_mapping/restore",
    operationId: "restoreImportMapping",
    summary: "Bring a deleted mapping back",
    description: "Under its name, unless another mapping has it by now.",
    body: importId,
    errors: ["already_exists", "conflict"],
  },
} as const satisfies Record<string, Operation>;
