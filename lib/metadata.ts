import { textProblem } from "./text";

/** Limits of one metadata object; its bytes are those of compact JSON in UTF-8. */
export const METADATA_LIMITS = { depth: 5, keysPerLevel: 50, keyLength: 64, bytes: 16 * 1024 } as const;

/** What makes a metadata object unfit to be stored: a sentence, and the path to the place. */
export interface MetadataProblem {
  message: string;
  path: (string | number)[];
}

/** The first problem of a metadata object as JSON.parse gives it, or `null`. */
export function metadataProblem(metadata: object): MetadataProblem | null {
  const problem = valueProblem(metadata, [], 1);
  if (problem) return problem;
  // Written only now: depth is checked, so neither a cycle nor a tower of brackets can be in the way.
  const json = JSON.stringify(metadata);
  // No UTF-16 unit takes more than three bytes: what is short need not be encoded.
  if (json.length * 3 <= METADATA_LIMITS.bytes) return null;
  if (new TextEncoder().encode(json).length <= METADATA_LIMITS.bytes) return null;
  return { message: `Must be at most ${METADATA_LIMITS.bytes / 1024} KiB of JSON`, path: [] };
}

function valueProblem(value: unknown, path: (string | number)[], depth: number): MetadataProblem | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : { message: "Must be a finite number", path };
  if (typeof value === "string") {
    const message = textProblem(value, { multiline: true });
    return message ? { message, path } : null;
  }
  if (typeof value !== "object") return { message: "Must be JSON", path };
  if (depth > METADATA_LIMITS.depth) return { message: `Must be at most ${METADATA_LIMITS.depth} levels deep`, path };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const problem = valueProblem(item, [...path, index], depth + 1);
      if (problem) return problem;
    }
    return null;
  }
  const entries = Object.entries(value);
  if (entries.length > METADATA_LIMITS.keysPerLevel) {
    return { message: `Must have at most ${METADATA_LIMITS.keysPerLevel} keys on a level`, path };
  }
  for (const [key, item] of entries) {
    const problem = keyProblem(key) ?? valueProblem(item, [...path, key], depth + 1);
    if (problem)
      return typeof problem === "string" ? { message: problem, path: [...path, key.slice(0, 100)] } : problem;
  }
  return null;
}

function keyProblem(key: string): string | null {
  if (key.trim() === "" || key.length > METADATA_LIMITS.keyLength) {
    return `A key must have 1 to ${METADATA_LIMITS.keyLength} characters`;
  }
  if (key === "__proto__") return "A key must not be __proto__";
  return textProblem(key) ? "A key must not contain control characters" : null;
}
