import { memberUpload } from "@/lib/http/member-route";
import { uploadImportInput } from "@/lib/imports/record";
import { uploadImport } from "@/lib/jobs/import-desk";

export const POST = memberUpload("/api/dashboard/[tenant]/import", uploadImportInput, uploadImport);
