/** `held`: all is as it should be; `broken`: something is not; `unproven`: it could not be carried out. */
export const PROOF_STATUSES = ["requested", "running", "held", "broken", "unproven"] as const;

/** `move`: an update that takes an own row to the other tenant or account. */
export const PROOF_COMMANDS = ["select", "insert", "update", "move", "delete"] as const;
export type ProofCommand = (typeof PROOF_COMMANDS)[number];
