/** The id under which the server logged an error that a page could not survive; none for faults in the browser. */
export function digestOf(error: unknown): string | undefined {
  const isTagged = typeof error === "object" && error !== null && "digest" in error;
  return isTagged && typeof error.digest === "string" ? error.digest : undefined;
}
