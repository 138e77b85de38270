import { adminIsolationProofOperations } from "@/lib/http/operations/admin-isolation-proofs";
import { otherMethods, route } from "@/lib/http/route";
import { getIsolationReport } from "@/lib/isolation-proofs/queries";

export const GET = route(adminIsolationProofOperations.getIsolationReport, getIsolationReport);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
