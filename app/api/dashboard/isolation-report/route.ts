import { adminDownload } from "@/lib/http/member-route";
import { getIsolationReport } from "@/lib/isolation-proofs/queries";
import { isolationProofId } from "@/lib/isolation-proofs/schema";

export const GET = adminDownload("/api/dashboard/isolation-report", isolationProofId, getIsolationReport);
