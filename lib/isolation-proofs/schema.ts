import { z } from "zod";
import { defineList } from "../list-query";
import { uuid } from "../validation";
import { PROOF_COMMANDS, PROOF_STATUSES } from "./names";

const time = z.iso.datetime().meta({ examples: ["2026-01-31T09:30:00.000Z"] });
const count = z.int().min(0);
const table = z.string().meta({ examples: ["payment_intents"] });
const identity = z.string().meta({ examples: ["restricted member"], description: "Who tried" });

/** A run of the proof, without its attempts. */
export const isolationProof = z.object({
  id: uuid,
  status: z.enum(PROOF_STATUSES).meta({ examples: ["held"] }),
  source: z
    .enum(["page", "command"])
    .meta({ examples: ["page"], description: "Asked for here, or at the command line" }),
  requested_by: uuid.nullable().meta({ description: "Id of the platform admin; null: the command line" }),
  requested_by_label: z.string().meta({ examples: ["Petra Platform"] }),
  started_at: time.nullable(),
  finished_at: time.nullable(),
  duration_ms: count.nullable().meta({ examples: [4210] }),
  postgres_version: z
    .string()
    .nullable()
    .meta({ examples: ["18.4"] }),
  attempt_count: count.meta({ examples: [3120] }),
  wrong_count: count.meta({ examples: [0], description: "Attempts that did not come out as they should" }),
  finding_count: count.meta({ examples: [0], description: "Places where the catalogue is not as the rules demand" }),
  problem: z
    .string()
    .nullable()
    .meta({ examples: [null], description: "Why it is unproven" }),
  created_at: time,
});
export type IsolationProof = z.infer<typeof isolationProof>;

/** What came of all attempts of one identity with one command on one table. */
export const proofCell = z.object({
  table,
  identity,
  command: z.enum(PROOF_COMMANDS).meta({ examples: ["select"] }),
  attempts: count.meta({ examples: [3] }),
  reached: count.meta({ examples: [1], description: "Attempts that reached rows" }),
  refused: count.meta({ examples: [2], description: "Attempts that reached none" }),
  rows_there: count.meta({ examples: [7], description: "Rows that were there to be reached, seen as superuser" }),
  wrong: count.meta({ examples: [0], description: "Attempts that did not come out as they should" }),
});
export type ProofCell = z.infer<typeof proofCell>;

const target = z.enum(["own rows", "other tenant", "other account"]).meta({ examples: ["other tenant"] });
const outcome = z.enum(["reached", "refused"]).meta({ examples: ["refused"] });

/** One attempt. */
export const proofAttempt = z.object({
  table,
  identity,
  target: target.meta({ description: "Whose rows" }),
  command: z.enum(PROOF_COMMANDS).meta({ examples: ["select"] }),
  rows_there: count.meta({ examples: [3] }),
  expected: outcome,
  outcome,
  detail: z.string().meta({ examples: ["0 rows"], description: "Rows, or what the database answered" }),
});
export type ProofAttempt = z.infer<typeof proofAttempt>;

export const proofFinding = z.object({
  object: z.string().meta({ examples: ["accounts.tenant_select"] }),
  problem: z.string().meta({ examples: ["is missing"] }),
});
export type ProofFinding = z.infer<typeof proofFinding>;

/** A run with its matrix. Attempts one by one come for one table; all of them are in the report. */
export const isolationProofDetail = isolationProof.extend({
  cells: z.array(proofCell).meta({ maxItems: 10_000, description: "Every table × identity × command" }),
  wrong_attempts: z.array(proofAttempt).meta({ maxItems: 500 }),
  findings: z.array(proofFinding).meta({ maxItems: 500 }),
  attempts: z.array(proofAttempt).meta({ maxItems: 1000, description: "Those on `table`" }),
});
export type IsolationProofDetail = z.infer<typeof isolationProofDetail>;

/** Which run, and the table whose attempts are wanted one by one. */
export const isolationProofQuery = z.strictObject({
  id: uuid,
  table: z
    .string()
    .regex(/^[a-z_][a-z0-9_.]{0,127}$/, "Must be the name of a table")
    .optional()
    .meta({ examples: ["payment_intents"], description: "Table whose attempts are wanted one by one" }),
});
export type IsolationProofQuery = z.output<typeof isolationProofQuery>;

export const isolationProofId = z.strictObject({ id: uuid });

/** The request asks for nothing else. */
export const requestProofInput = z.strictObject({});

/** Whether a run can be asked for. */
export const proverState = z.object({
  is_there: z.boolean().meta({ examples: [true], description: "A process with the owner's login waits for requests" }),
});

export const isolationProofList = defineList({
  name: "isolation_proofs",
  sorts: { created: { column: null, type: "timestamp", nullable: false, first: "desc" } },
  defaultSort: { name: "created", direction: "desc" },
  filters: { status: { kind: "enum", column: "status", values: PROOF_STATUSES } },
  sizes: [10, 25, 50],
  defaultSize: 25,
});
