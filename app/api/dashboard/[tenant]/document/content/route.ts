import { PREVIEWED_TYPES } from "@/lib/documents/names";
import { getDocumentContent } from "@/lib/documents/queries";
import { documentId } from "@/lib/documents/schema";
import { memberDownload } from "@/lib/http/member-route";

const PATH = "/api/dashboard/[tenant]/document/content";

export const GET = memberDownload(PATH, documentId, PREVIEWED_TYPES, getDocumentContent);
