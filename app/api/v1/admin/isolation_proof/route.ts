import { adminIsolationProofOperations } from "@/lib/http/operations/admin-isolation-proofs";
import { otherMethods, route } from "@/lib/http/route";
import { requestIsolationProof } from "@/lib/isolation-proofs/commands";
import { getIsolationProof } from "@/lib/isolation-proofs/queries";

export const GET = route(adminIsolationProofOperations.getIsolationProof, getIsolationProof);
export const POST = route(adminIsolationProofOperations.requestIsolationProof, requestIsolationProof);
export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET, POST);
