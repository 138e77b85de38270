import type { z } from "zod";

const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/**
 * Our sentence for an issue of zod, to stand beside its field; `undefined` leaves it to zod. A schema's own message
 * always goes before this one.
 */
export function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "Required";
      return TYPES[issue.expected] ? `Must be ${TYPES[issue.expected]}` : undefined;
    case "too_small":
      return sizeMessage(issue.origin, "at least", Number(issue.minimum), issue.inclusive ?? true);
    case "too_big":
      return sizeMessage(issue.origin, "at most", Number(issue.maximum), issue.inclusive ?? true);
    case "invalid_value":
      return issue.values.length <= 12
        ? `Must be one of ${issue.values.map(String).join(", ")}`
        : "Must be one of the known values";
    case "unrecognized_keys":
      return "Unknown field";
    default:
      return undefined;
  }
}

function sizeMessage(origin: string, bound: "at least" | "at most", limit: number, inclusive: boolean): string {
  if (origin === "string")
    return bound === "at least" && limit === 1 ? "Required" : `Must have ${bound} ${limit} characters`;
  if (origin === "array" || origin === "set") {
    return bound === "at least" && limit === 1 ? "Choose at least one" : `Must have ${bound} ${limit} entries`;
  }
  if (inclusive) return `Must be ${bound} ${limit}`;
  return `Must be ${bound === "at least" ? "more" : "less"} than ${limit}`;
}
