import { documentStorage } from "@/lib/documents/storage";
import { openExport } from "@/lib/exports/download";
import { exportId } from "@/lib/exports/schema";
import { memberDownload } from "@/lib/http/member-route";

export const GET = memberDownload("/api/dashboard/[tenant]/export/file", exportId, [], (actor, input) =>
  openExport(actor, input, documentStorage),
);
