type Messages = { readonly [key: string]: string | Messages };

// What ICU reads itself stays as it is: an argument in braces with all that is nested in it, and a tag.
const PLAIN_WORD = /[^\s{}<>#]*\p{L}[^\s{}<>#]*/gu;
// U+202E turns the letters of a word around until U+202C; the marks U+200F around it make its place right to left.
const turned = (text: string) => text.replace(PLAIN_WORD, (word) => `\u200f\u202e${word}\u202c\u200f`);

/** A text as it looks in a language that is written from right to left, with its arguments, tags and length kept. */
export function pseudoText(message: string): string {
  let result = "";
  let plain = "";
  let depth = 0;
  for (const part of message.split(/([{}]|<\/?\w+\/?>)/)) {
    const isTag = part.length > 1 && part.startsWith("<") && part.endsWith(">");
    if (depth === 0 && !isTag && part !== "{") {
      plain += part;
      continue;
    }
    result += turned(plain) + part;
    plain = "";
    if (part === "{") depth += 1;
    if (part === "}") depth -= 1;
  }
  return result + turned(plain);
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
