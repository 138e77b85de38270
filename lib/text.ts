/** Largest number of characters (UTF-16 units) taken from a URL for one value. */
export const MAX_QUERY_TEXT_LENGTH = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

// NUL is among them: PostgreSQL refuses it in text and jsonb.
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const CONTROL_OR_LINE_BREAK = /[\p{Cc}\u2028\u2029]/u;

// Half of a character: it has no UTF-8 form, so the database could only store something else.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** True if `value` is a UUID in its usual text form, of any version and case. */
export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/**
 * What makes `value` unfit to be stored as text, as a sentence for its sender, or `null` if nothing does.
 * Tabs and line breaks are let through only with `multiline`.
 */
export function textProblem(value: string, { multiline = false } = {}): string | null {
  if ((multiline ? CONTROL : CONTROL_OR_LINE_BREAK).test(value)) return "Must not contain control characters";
  if (LONE_SURROGATE.test(value)) return "Must be valid Unicode text";
  return null;
}
