import type { FieldIssue } from "@/lib/errors";

export interface MappedIssues {
  /** Problems of fields that the form has, in the server's order. */
  fields: { name: string; message: string }[];
  /** Problems of anything else, as sentences for the top of the form. */
  rest: string[];
}

/**
 * Sorts a server action's issues to the form's fields. `loc` begins with "body"; a field's name is the rest, joined by
 * dots. Issues below a field (`metadata.key`) belong to it; `fieldNames` are the form's own top-level names.
 */
export function mapIssues(issues: readonly FieldIssue[], fieldNames: readonly string[]): MappedIssues {
  const mapped: MappedIssues = { fields: [], rest: [] };
  for (const issue of issues) {
    const path = issue.loc[0] === "body" ? issue.loc.slice(1) : issue.loc;
    if (fieldNames.includes(String(path[0]))) {
      mapped.fields.push({ name: path.join("."), message: issue.msg });
    } else {
      mapped.rest.push(path.length > 0 ? `${path.join(".")}: ${issue.msg}` : issue.msg);
    }
  }
  return mapped;
}

/** The first message in a field's error, which is a tree where the field holds an object or an array. */
export function firstMessage(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string" && error.message !== "") return error.message;
  for (const [key, value] of Object.entries(error)) {
    // A field's error also holds a reference to its element.
    const message = key === "ref" ? undefined : firstMessage(value);
    if (message) return message;
  }
  return undefined;
}
