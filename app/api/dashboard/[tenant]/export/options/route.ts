import { previewExport } from "@/lib/exports/commands";
import { exportOptionsInput } from "@/lib/exports/schema";
import { memberJson } from "@/lib/http/member-route";
import { EXPORT_SOURCES } from "@/lib/jobs/export-sources";

export const GET = memberJson("/api/dashboard/[tenant]/export/options", exportOptionsInput, (actor, input) =>
  previewExport(actor, input, EXPORT_SOURCES),
);
