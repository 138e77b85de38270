import { add, divide, multiply, negate, parseRational, type Rational } from "./rational";

/** A formula over a line's columns: names, decimals, + - * / and parentheses, computed exactly. */
export interface Formula {
  /** Columns in the order of their first mention. */
  columns: readonly string[];
  /** `read` gives a column's value. @returns null where any column has no value. @throws FormulaError on division by zero */
  evaluate(read: (column: string) => Rational | null): Rational | null;
}

/** A formula that cannot be read or computed; the message is a sentence for its writer. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
}

type Read = (column: string) => Rational | null;
type Node = (read: Read) => Rational | null;

interface Token {
  kind: "number" | "column" | "sign";
  text: string;
  /** Where it begins, counted from 1. */
  at: number;
}

const MAX_LENGTH = 1000;
const MAX_DEPTH = 50;
const TOKEN = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_]*)|\[([^[\]]+)\]|([-+*/()]))/uy;

/**
 * Reads a formula such as `adr * (weekend_nights + week_nights)`. A column whose name is not one word stands in brackets:
 * `[Total amount] / 2`. @throws FormulaError
 */
export function parseFormula(text: string): Formula {
  if (text.length > MAX_LENGTH) throw new FormulaError(`Must have at most ${MAX_LENGTH} characters`);
  const tokens = tokensOf(text);
  const parser = new Parser(tokens, text.length + 1);
  const root = parser.sum(0);
  parser.expectEnd();
  return { columns: [...parser.columns], evaluate: root };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  for (let from = 0; from < end; from = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (!match) {
      const at = from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
      throw new FormulaError(`Does not understand ${JSON.stringify(text.charAt(at))} at character ${at + 1}`);
    }
    const [whole, number, name, bracketed, sign] = match;
    const at = from + whole.length - whole.trimStart().length + 1;
    if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (sign !== undefined) tokens.push({ kind: "sign", text: sign, at });
    else tokens.push({ kind: "column", text: name ?? bracketed?.trim() ?? "", at });
  }
  return tokens;
}

/** Recursive descent: sum → product → operand. */
class Parser {
  readonly columns = new Set<string>();
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  sum(depth: number): Node {
    let left = this.#product(depth);
    for (let sign = this.#sign("+", "-"); sign; sign = this.#sign("+", "-")) {
      const [a, b] = [left, this.#product(depth)];
      left = sign === "+" ? both(a, b, add) : both(a, b, (x, y) => add(x, negate(y)));
    }
    return left;
  }

  expectEnd(): void {
    const token = this.#tokens[this.#next];
    if (token) throw new FormulaError(`Does not expect ${JSON.stringify(token.text)} at character ${token.at}`);
  }

  #product(depth: number): Node {
    let left = this.#operand(depth);
    for (let sign = this.#sign("*", "/"); sign; sign = this.#sign("*", "/")) {
      const [a, b] = [left, this.#operand(depth)];
      left = both(a, b, sign === "*" ? multiply : quotient);
    }
    return left;
  }

  #operand(depth: number): Node {
    if (depth > MAX_DEPTH) throw new FormulaError(`Must be at most ${MAX_DEPTH} levels deep`);
    if (this.#sign("-")) {
      const operand = this.#operand(depth + 1);
      return (read) => {
        const value = operand(read);
        return value && negate(value);
      };
    }
    if (this.#sign("(")) {
      const inner = this.sum(depth + 1);
      if (!this.#sign(")")) throw this.#expected(")");
      return inner;
    }
    const token = this.#tokens[this.#next];
    if (!token || token.kind === "sign") throw this.#expected("a column or a number");
    this.#next += 1;
    if (token.kind === "column") {
      this.columns.add(token.text);
      return (read) => read(token.text);
    }
    const value = parseRational(token.text);
    if (!value) throw new FormulaError(`The number at character ${token.at} is too long`);
    return () => value;
  }

  #sign(...texts: string[]): string | null {
    const token = this.#tokens[this.#next];
    if (token?.kind !== "sign" || !texts.includes(token.text)) return null;
    this.#next += 1;
    return token.text;
  }

  #expected(what: string): FormulaError {
    return new FormulaError(`Expects ${what} at character ${this.#tokens[this.#next]?.at ?? this.#end}`);
  }
}

// Both sides are read even if one has no value: a wrong one is to be reported in any case.
function both(left: Node, right: Node, compute: (a: Rational, b: Rational) => Rational): Node {
  return (read) => {
    const [a, b] = [left(read), right(read)];
    return a && b ? compute(a, b) : null;
  };
}

function quotient(a: Rational, b: Rational): Rational {
  const result = divide(a, b);
  if (!result) throw new FormulaError("Divides by zero");
  return result;
}
