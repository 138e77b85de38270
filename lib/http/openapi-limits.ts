import type { ZodOpenApiOverride } from "zod-openapi";

/** No text that leaves is longer; nor does one come in that is, since bodies and addresses have limits of their own. */
const LONGEST_TEXT = 1_048_576;
/** No list inside a record is longer. Lists of records have their own limit, the page size. */
const LONGEST_LIST = 10_000;

const NO_CONTROL_CHARACTERS = "^[^\\u0000]*$";

type JsonSchema = Parameters<ZodOpenApiOverride>[0]["jsonSchema"];

/**
 * Says the limits that hold for every text, number and list, where its schema states none of its own: clients may size
 * their buffers and columns by them, and need not guess.
 */
export function stateLimits(schema: JsonSchema): void {
  if (schema.type === "string" && schema.enum === undefined && schema.const === undefined) {
    schema.maxLength ??= lengthOf(schema.format);
    if (schema.format === undefined) schema.pattern ??= NO_CONTROL_CHARACTERS;
  }
  if (schema.type === "integer") {
    schema.minimum ??= Number.MIN_SAFE_INTEGER;
    schema.maximum ??= Number.MAX_SAFE_INTEGER;
    schema.format ??= schema.maximum > 2_147_483_647 ? "int64" : "int32";
  }
  if (schema.type === "array") schema.maxItems ??= LONGEST_LIST;
}

function lengthOf(format: string | undefined): number {
  if (format === "uuid") return 36;
  // 0001-01-01T00:00:00.000000+00:00
  return format === "date-time" || format === "date" ? 32 : LONGEST_TEXT;
}
