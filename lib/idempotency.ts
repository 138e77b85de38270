import { createHash, randomUUID } from "node:crypto";
import { AppError } from "./errors";

/** Name of the header, as it stands in the location of its errors. */
export const IDEMPOTENCY_HEADER = "Idempotency-Key";

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * A request that must have its effect once, however often it is sent. It travels with the actor to the door, which
 * claims the key and keeps the answer in the transaction of the effect, or gives the answer that is kept already.
 */
export class IdempotentRequest {
  /** Told from other requests by this: a request id may be the sender's own, and sent again. */
  readonly id = randomUUID();
  /** True once the answer came from an earlier request. */
  isReplayed = false;
  /** True once a unit of work has claimed it: a second one in the same request could not be told from the first. */
  isTaken = false;

  /**
   * @param key chosen by the sender
   * @param fingerprint SHA-256 of what was asked, from `fingerprintOf`
   */
  constructor(
    readonly key: string,
    readonly fingerprint: Uint8Array,
  ) {}
}

/**
 * The key that was sent, if it is one; null where none was.
 * @throws AppError `validation_error` naming the header: a key has 1 to 255 visible ASCII characters
 */
export function checkIdempotencyKey<K extends string | null>(given: K): K {
  if (given === null || KEY.test(given)) return given;
  throw keyError("Must have 1 to 255 visible ASCII characters", "invalid_format");
}

/** A failure of the key itself: 422 with the header's name. */
export function keyError(msg: string, type: string): AppError {
  return new AppError("validation_error", msg, { issues: [{ loc: ["header", IDEMPOTENCY_HEADER], msg, type }] });
}

/** SHA-256 of what a request asks for; the order of an object's fields does not matter. */
export function fingerprintOf(target: string, input: unknown): Uint8Array {
  return createHash("sha256")
    .update(`${target}\n${canonicalJson(input)}`)
    .digest();
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === "object" &&
    part !== null &&
    !Array.isArray(part) &&
    Object.getPrototypeOf(part) === Object.prototype
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
