/** One problem in a field that holds a list. */
export interface LineProblem {
  /** Index of the line; null: of the list as a whole. */
  line: number | null;
  message: string;
}

/** All problems in the error of a field that holds a list of records, which React Hook Form keeps as a tree. */
export function lineProblems(error: unknown): LineProblem[] {
  return collect(error, null);
}

function collect(error: unknown, line: number | null): LineProblem[] {
  if (typeof error !== "object" || error === null) return [];
  const own = "message" in error && typeof error.message === "string" && error.message !== "" ? [error.message] : [];
  const inside = Object.entries(error).flatMap(([key, value]) =>
    // A field's error also holds a reference to its element.
    key === "ref" || key === "message" ? [] : collect(value, line ?? (/^\d+$/.test(key) ? Number(key) : null)),
  );
  return [...own.map((message) => ({ line, message })), ...inside];
}
