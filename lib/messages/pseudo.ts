type Messages = { readonly [key: string]: string | Messages };

// What ICU reads itself stays as it is: an argument in braces with all that is nested in it, and a tag.
const PLAIN_WORD = /[^\s{}<>#]*\p{L}[^\s{}<>#]*/gu;
// U+202E turns the letters of a word around until U+202C; the marks U+200F around it make its place right to left.
const turned = (text: string) => text.replace(PLAIN_WORD, (word) => `\u200f\u202e${word}\u202c\u200f`);

/** `{count, plural, one {…} other {…}}` up to its cases, and what such a case is called. */
const CHOICE = /^\{\s*\w+\s*,\s*(?:plural|selectordinal|select)\s*,/;

/**
 * A text as it looks in a language that is written from right to left, with its arguments, tags and length kept. What
 * stands between quotation marks for ICU (`'{'`) stays as it is.
 */
export function pseudoText(message: string): string {
  let result = "";
  let plain = "";
  for (let rest = message; rest !== ""; ) {
    const kept = keptAt(rest);
    if (kept === 0) {
      plain += rest.charAt(0);
      rest = rest.slice(1);
      continue;
    }
    const part = rest.slice(0, kept);
    result += turned(plain) + (CHOICE.test(part) ? turnedCases(part) : part);
    plain = "";
    rest = rest.slice(kept);
  }
  return result + turned(plain);
}

/** How many characters at the beginning of a text are ICU's: a tag, a quotation, or an argument with all that is in it. */
function keptAt(text: string): number {
  const [tag] = /^<\/?\w+\/?>|^'[{}<>][^']*'/.exec(text) ?? [];
  if (tag) return tag.length;
  if (!text.startsWith("{")) return 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    else if (text[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** A choice with the texts of its cases turned. */
function turnedCases(choice: string): string {
  const [head = ""] = CHOICE.exec(choice) ?? [];
  let result = head;
  for (let rest = choice.slice(head.length); rest !== ""; ) {
    const kept = keptAt(rest);
    result += kept > 0 ? `{${pseudoText(rest.slice(1, kept - 1))}}` : rest.charAt(0);
    rest = rest.slice(Math.max(kept, 1));
  }
  return result;
}

/** A whole catalogue in the pseudo language. */
export function pseudoMessages<T extends object>(messages: T): T {
  const turn = (node: Messages): Messages =>
    Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, typeof value === "string" ? pseudoText(value) : turn(value)]),
    );
  // Only texts change: the shape is that of what was given.
  return turn(messages as Messages) as T;
}
