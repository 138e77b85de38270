import { memberQuestion } from "@/lib/http/member-route";
import { mappedImportInput } from "@/lib/imports/record";
import { previewImport } from "@/lib/jobs/import-desk";

export const POST = memberQuestion("/api/dashboard/[tenant]/import/preview", mappedImportInput, previewImport);
