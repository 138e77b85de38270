"use server";

import { tenantAction } from "@/lib/http/action";
import { cancelImport, startCheck, startImport, undoImport } from "@/lib/imports/commands";
import { importId, mappedImportInput } from "@/lib/imports/record";

export const checkImportAction = tenantAction(mappedImportInput, startCheck);
export const runImportAction = tenantAction(mappedImportInput, startImport);
export const cancelImportAction = tenantAction(importId, cancelImport);
export const undoImportAction = tenantAction(importId, undoImport);
