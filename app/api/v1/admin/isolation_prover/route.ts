import { adminIsolationProofOperations } from "@/lib/http/operations/admin-isolation-proofs";
import { otherMethods, route } from "@/lib/http/route";
import { findProver } from "@/lib/isolation-proofs/queries";

export const GET = route(adminIsolationProofOperations.getProver, findProver);
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(GET);
