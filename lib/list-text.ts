/** How a text filter compares: the whole text, its beginning (`ann*`), or any part of it (`*ann*`). */
export type TextMatch = "exact" | "prefix" | "contains";

export interface TextPattern {
  match: TextMatch;
  text: string;
}

// A bare star; one after a backslash belongs to the text.
const STAR_AT_END = /(?<!\\)\*$/;
const ESCAPED_START = /^\\(?=\\*\*)/;

/**
 * Reads what stands in the URL: `ann*` begins with "ann", `*ann*` holds "ann" where the filter offers that. A star that
 * belongs to the text itself is written `\*`.
 */
export function readTextPattern(written: string, most: TextMatch): TextPattern {
  const hasStarAtEnd = STAR_AT_END.test(written);
  if (most === "contains" && hasStarAtEnd && written.length > 1 && written.startsWith("*"))
    return { match: "contains", text: written.slice(1, -1) };
  const isPrefix = most !== "exact" && hasStarAtEnd;
  const text = isPrefix ? written.slice(0, -1) : written.replace(/\\\*$/, "*");
  return { match: isPrefix ? "prefix" : "exact", text: text.replace(ESCAPED_START, "") };
}

/** The opposite of `readTextPattern`. */
export function printTextPattern({ match, text }: TextPattern): string {
  if (match === "contains") return `*${text}*`;
  const start = /^\\*\*/.test(text) ? `\\${text}` : text;
  return match === "prefix" ? `${start}*` : start.replace(/\*$/, "\\*");
}
