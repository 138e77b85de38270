import { memberDownload } from "@/lib/http/member-route";
import { importId } from "@/lib/imports/record";
import { getImportRefusals } from "@/lib/jobs/import-desk";

const PATH = "/api/dashboard/[tenant]/import/refusals";

export const GET = memberDownload(PATH, importId, [], getImportRefusals);
