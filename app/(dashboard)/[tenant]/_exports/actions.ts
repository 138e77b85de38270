"use server";

import { cancelExport, requestExport } from "@/lib/exports/commands";
import { exportId, requestExportInput } from "@/lib/exports/schema";
import { tenantAction, tenantActionOnce } from "@/lib/http/action";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";

export const requestExportAction = tenantActionOnce("requestExport", requestExportInput, (actor, input) =>
  requestExport(actor, input, EXPORT_SOURCES),
);
export const cancelExportAction = tenantAction(exportId, cancelExport);
