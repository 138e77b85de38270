import pg from "pg";
import { AppError } from "../errors";
import type { Scope } from "./scope";

/** What went wrong at the database, whatever shape it came in. */
export interface DatabaseFault {
  /** SQLSTATE, or a Node error code such as ECONNREFUSED; `lost` when a connection ended without any code. */
  code: string;
  constraint: string | null;
  table: string | null;
  message: string;
}

/** Turns a violated constraint into the sentence that the user reads. Keys are constraint names. */
export type ConstraintMessages = Readonly<Record<string, () => AppError>>;

/** What a visit hears that changes something. */
export const VISIT_ONLY_READS = "This visit only reads: another platform admin has to agree before it may write";

/** Raised on entering with a pass that a change of rights has deleted, before anything else has run. */
export const PASS_GONE = "BH006";

/** Raised where a switch of the tenant is off; the constraint's name ends with the switch. */
const SWITCHED_OFF = "BH020";

function switchOf({ constraint }: DatabaseFault): string {
  return constraint?.replace(/^tenant_switches_/, "") ?? "";
}

const LOST_CONNECTION =
  /connection terminated|connection ended|timeout exceeded when trying to connect|client has encountered a connection error|Client was closed|not queryable/i;

/**
 * Finds the database fault in an error, or null if it is none. Prisma 7 wraps the same fault in several shapes (model
 * call, raw call, start of a transaction), so every `cause` and `meta` is searched for a SQLSTATE. The scope's own
 * record of that fault adds the constraint's name; faults that the work caught are not mistaken for this error.
 */
export function faultOf(error: unknown, scope: Scope | null): DatabaseFault | null {
  const found = faultInChain(error);
  const last = scope?.faults.at(-1);
  // Prisma tells of a transaction that broke down without saying why.
  if (!found) return last && isPrismaError(error) && !isMissingRecord(error) ? fromDatabaseError(last) : null;
  const recorded = scope?.faults.findLast(({ code }) => code === found.code);
  return recorded ? fromDatabaseError(recorded) : found;
}

function isPrismaError(error: unknown): boolean {
  return error instanceof Error && "clientVersion" in error;
}

function faultInChain(error: unknown): DatabaseFault | null {
  for (const part of chain(error)) {
    if (part instanceof pg.DatabaseError) return fromDatabaseError(part);
    const record = part as Record<string, unknown>;
    const code = record.originalCode ?? (part instanceof Error && isSystemCode(record.code) ? record.code : undefined);
    if (typeof code === "string") return { code, constraint: null, table: null, message: messageOf(part) };
    if (record.kind === "DatabaseNotReachable" || record.kind === "ConnectionClosed" || record.kind === "SocketTimeout")
      return { code: "lost", constraint: null, table: null, message: String(record.kind) };
    if (LOST_CONNECTION.test(messageOf(part)))
      return { code: "lost", constraint: null, table: null, message: messageOf(part) };
  }
  return null;
}

function* chain(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== "object" || error === null || depth > 6) return;
  yield error;
  const { cause, meta, driverAdapterError } = error as Record<string, unknown>;
  for (const next of [cause, meta, driverAdapterError]) yield* chain(next, depth + 1);
}

function isSystemCode(code: unknown): boolean {
  return typeof code === "string" && /^(E[A-Z]+|[0-9A-Z]{5})$/.test(code) && !/^P\d{4}$/.test(code);
}

function messageOf(part: object): string {
  return "message" in part && typeof part.message === "string" ? part.message : "";
}

function fromDatabaseError(error: pg.DatabaseError): DatabaseFault {
  return {
    code: error.code ?? "lost",
    constraint: error.constraint ?? null,
    table: error.table ?? null,
    message: error.message,
  };
}

/** Serialization failure or deadlock: PostgreSQL undid everything and asks for another try. */
export function isConflict(fault: DatabaseFault): boolean {
  return fault.code === "40001" || fault.code === "40P01";
}

/** The server went away, is starting, is full, or became a standby. */
export function isOutage(fault: DatabaseFault): boolean {
  return (
    fault.code === "lost" ||
    /^(57P0[123]|08.{3}|53300|25006)$/.test(fault.code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(fault.code)
  );
}

/**
 * The expected failure that a fault stands for, or null: then it is a bug, and the caller rethrows it.
 * 42501 (a policy or grant refused) stays a bug on purpose: the door should not have let it come so far.
 */
export function expectedFailure(
  error: unknown,
  fault: DatabaseFault | null,
  messages: ConstraintMessages,
): AppError | null {
  if (error instanceof AppError) return error;
  if (fault === null) return isMissingRecord(error) ? new AppError("not_found") : null;
  const options = { cause: error };
  const named = fault.constraint ? messages[fault.constraint] : undefined;
  if (named) return named();
  switch (fault.code) {
    case "BH001":
      return new AppError("token_expired", "Your session has ended. Please sign in again", options);
    case "BH002":
      return new AppError("not_found", undefined, options);
    case "BH003":
      return new AppError("forbidden", "This tenant is suspended", { ...options, data: { tenant: "suspended" } });
    case "BH011":
      // The database's own words: what whoever asked for the export has lost since.
      return new AppError("forbidden", fault.message, options);
    case "BH008":
      return new AppError("forbidden", "The view has ended. Load the page again to go on as yourself", options);
    case SWITCHED_OFF:
      // The database's own words: what is off, and the reason that the platform gave.
      return new AppError("switched_off", fault.message, { ...options, data: { switch: switchOf(fault) } });
    case "BH009":
      return new AppError("forbidden", "Your visit to this tenant has ended", options);
    case "BH010":
      return new AppError("forbidden", VISIT_ONLY_READS, options);
    case "BH004":
      return new AppError("token_expired", undefined, options);
    case "BH005":
      return new AppError("forbidden", undefined, options);
    case "BH007":
      return new AppError("second_factor_required", undefined, options);
    case PASS_GONE:
      // Of a remembered actor: whoever remembered it looks the rights up anew and never shows this.
      return new AppError("token_expired", undefined, options);
    case "23505":
      return new AppError("already_exists", undefined, options);
    case "23503":
      return new AppError("conflict", "It refers to a record that does not exist, or others refer to it", options);
    case "22P02":
    case "22003":
    case "22021":
    case "22P05":
      return new AppError("validation_error", "A value has the wrong form", options);
    case "55P03":
      return new AppError("conflict", "Somebody else is changing the same record, please try again", options);
    case "57014":
      return new AppError("unavailable", "The request took too long", { ...options, retryAfterSeconds: 5 });
  }
  if (isConflict(fault) || isOutage(fault))
    return new AppError("unavailable", undefined, { ...options, retryAfterSeconds: 2 });
  return null;
}

// Prisma's own "record to update not found"; under row-level security that also means another tenant's record.
function isMissingRecord(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "P2025" || error.code === "P2018");
}
