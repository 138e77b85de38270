import { createDocument } from "@/lib/documents/commands";
import { createDocumentInput } from "@/lib/documents/schema";
import { memberUpload } from "@/lib/http/member-route";

export const POST = memberUpload("/api/dashboard/[tenant]/document", createDocumentInput, createDocument);
