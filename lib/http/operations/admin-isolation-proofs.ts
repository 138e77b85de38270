import { z } from "zod";
import {
  isolationProof,
  isolationProofDetail,
  isolationProofId,
  isolationProofList,
  isolationProofQuery,
  proverState,
  requestProofInput,
} from "../../isolation-proofs/schema";
import { listReply } from "../list-reply";
import type { Operation } from "../operation";
import { PLATFORM } from "./platform";

export const adminIsolationProofOperations = {
  listIsolationProofs: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/isolation_proofs",
    operationId: "adminListIsolationProofs",
    summary: "List the runs of the isolation proof",
    query: isolationProofList,
    reply: listReply(isolationProof),
  },
  getIsolationProof: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/isolation_proof",
    operationId: "adminGetIsolationProof",
    summary: "One run of the isolation proof, with every table × identity × command",
    query: isolationProofQuery,
    reply: isolationProofDetail,
    errors: ["not_found"],
  },
  requestIsolationProof: {
    ...PLATFORM,
    method: "post",
    path: "/api/v1/admin/isolation_proof",
    operationId: "adminRequestIsolationProof",
    summary: "Have it proved that tenants are kept apart",
    description:
      "Two throw-away tenants are made and every table × identity × command is tried across them, in a transaction that is " +
      "rolled back. It takes some seconds, in a process that has the owner's login: read what came of it by its id.",
    body: requestProofInput,
    reply: isolationProof,
    status: 202,
    errors: ["conflict"],
  },
  getIsolationReport: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/isolation_proof/report",
    operationId: "adminGetIsolationReport",
    summary: "Every attempt of one run, as a JSON file",
    query: isolationProofId,
    reply: z.string().meta({ override: { type: "string", format: "binary" }, examples: ["(the bytes)"] }),
    repliesBytes: true,
    errors: ["not_found"],
  },
  getProver: {
    ...PLATFORM,
    method: "get",
    path: "/api/v1/admin/isolation_prover",
    operationId: "adminGetIsolationProver",
    summary: "Whether a process waits that can prove isolation",
    reply: proverState,
  },
} as const satisfies Record<string, Operation>;
