/** How a term compares; `:` stands for "is". */
export type Operator = ":" | ">" | ">=" | "<" | "<=";

/** A place in a query's text, in UTF-16 units: the end is excluded. */
export interface Span {
  start: number;
  end: number;
}

export interface Word extends Span {
  text: string;
}

/** One part of a query: `status:failed`, `-account:lisbon`, `amount>100`, or words without a name. */
export interface Term extends Span {
  negated: boolean;
  /** `null` for words that are searched for. */
  name: string | null;
  /** What follows the first dot of the name: a key of metadata. */
  key: string | null;
  operator: Operator;
  /** All that stands behind the operator, without its quotation marks. */
  text: string;
  /** The same, cut at commas that are not within quotation marks. */
  words: Word[];
  /** False while a quotation mark waits for its end. */
  isClosed: boolean;
}

const NAMED = /^(-?)(\p{L}[\p{L}\d_-]*)(?:\.((?:"(?:[^"\\]|\\.)*"|[^\s:<>="])+))?(:|<=|>=|<|>|=)/u;
const LATE_OPERATOR = /^(?:<=|>=|<|>)/;

/** Cuts a query's text into its terms; any text has some. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let start = 0;
  while (start < text.length) {
    if (/\s/.test(text.charAt(start))) {
      start += 1;
      continue;
    }
    const { end, isClosed } = endOf(text, start);
    terms.push(termOf(text.slice(start, end), start, isClosed));
    start = end;
  }
  return terms;
}

/** A name as it is compared: without regard to case, and to what stands between its words. */
export function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");
}

/** The text in quotation marks where it would be read as something else without them. */
export function quoted(text: string): string {
  const needsMarks = text === "" || /[\s",]/.test(text) || LATE_OPERATOR.test(text);
  return needsMarks ? `"${text.replace(/[\\"]/g, "\\$&")}"` : text;
}

/** A name behind a dot; marks around whatever is not plain. */
export function quotedKey(key: string): string {
  return /^[^\s:<>="\\]+$/.test(key) ? key : `"${key.replace(/[\\"]/g, "\\$&")}"`;
}

function endOf(text: string, start: number): { end: number; isClosed: boolean } {
  let isOpen = false;
  let index = start;
  for (; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (isOpen && character === "\\") index += 1;
    else if (character === '"') isOpen = !isOpen;
    else if (!isOpen && /\s/.test(character)) break;
  }
  return { end: Math.min(index, text.length), isClosed: !isOpen };
}

function termOf(raw: string, start: number, isClosed: boolean): Term {
  const match = NAMED.exec(raw);
  const end = start + raw.length;
  if (!match) {
    // A lone minus, or one before a mark or word, turns a search round.
    const negated = raw.startsWith("-") && raw.length > 1;
    const words = wordsOf(raw, negated ? 1 : 0, start, false);
    return { start, end, negated, name: null, key: null, operator: ":", text: textOf(words), words, isClosed };
  }
  const [head, minus, name = "", key, sign = ":"] = match;
  const late = sign === ":" ? LATE_OPERATOR.exec(raw.slice(head.length))?.[0] : undefined;
  const operator = (late ?? (sign === "=" ? ":" : sign)) as Operator;
  const from = head.length + (late?.length ?? 0);
  return {
    start,
    end,
    negated: minus === "-",
    name,
    key: key === undefined ? null : textOf(wordsOf(key, 0, start, false)),
    operator,
    text: textOf(wordsOf(raw, from, start, false)),
    words: wordsOf(raw, from, start, true),
    isClosed,
  };
}

function textOf([word]: readonly Word[]): string {
  return word?.text ?? "";
}

/** What stands in `raw` from `from` on, unquoted; cut at commas where they separate values. */
function wordsOf(raw: string, from: number, offset: number, isCut: boolean): Word[] {
  const words: Word[] = [{ text: "", start: offset + from, end: offset + raw.length }];
  let word = words[0];
  let isOpen = false;
  for (let index = from; index < raw.length && word; index += 1) {
    const character = raw.charAt(index);
    if (character === '"') isOpen = !isOpen;
    else if (isOpen && character === "\\" && /["\\]/.test(raw.charAt(index + 1))) {
      index += 1;
      word.text += raw.charAt(index);
    } else if (character === "," && isCut && !isOpen) {
      word.end = offset + index;
      word = { text: "", start: offset + index + 1, end: offset + raw.length };
      words.push(word);
    } else word.text += character;
  }
  return words;
}
