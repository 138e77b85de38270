"use server";

import { tenantAction } from "@/lib/http/action";
import { cancelImport, startCheck, startImport, undoImport } from "@/lib/imports/commands";
import { createNamedMappingInput, updateNamedMappingInput } from "@/lib/imports/named-mapping";
import {
  createNamedMapping,
  deleteNamedMapping,
  restoreNamedMapping,
  updateNamedMapping,
} from "@/lib/imports/named-mapping-commands";
import { importId, mappedImportInput } from "@/lib/imports/record";

export const checkImportAction = tenantAction(mappedImportInput, startCheck);
export const runImportAction = tenantAction(mappedImportInput, startImport);
export const cancelImportAction = tenantAction(importId, cancelImport);
export const undoImportAction = tenantAction(importId, undoImport);
export const createMappingAction = tenantAction(createNamedMappingInput, createNamedMapping);
export const updateMappingAction = tenantAction(updateNamedMappingInput, updateNamedMapping);
export const deleteMappingAction = tenantAction(importId, deleteNamedMapping);
export const restoreMappingAction = tenantAction(importId, restoreNamedMapping);
