const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z";
/** Characters right before it, from the last underscore on, are an example's too: `pay_3f1c…`. */
const ANYTHING = "(?:(?<=_)[0-9A-Za-z]+)?…";
/** In an object that a guide shows: there are more fields. */
const MORE_FIELDS = "// …";
/** Shorter ones, such as "…" alone, stand for nothing in particular. */
const SHORTEST_NAME = 6;

/**
 * Compares what a guide shows with what really came. Ids, times and `…` stand for what is another one each time; an id or a
 * text with `…` that is shown again is the same one again, also in the code that follows.
 */
export class Placeholders {
  #real = new Map<string, string>();

  /** A copy to compare with, which counts only if it is adopted. */
  copy(): Placeholders {
    const copy = new Placeholders();
    copy.#real = new Map(this.#real);
    return copy;
  }

  adopt(other: Placeholders): void {
    this.#real = new Map(other.#real);
  }

  /** The text with what the guide's placeholders stand for by now. */
  fill(text: string): string {
    const names = [...this.#real.keys()].sort((a, b) => b.length - a.length);
    return names.reduce((filled, name) => filled.replaceAll(name, this.#real.get(name) ?? name), text);
  }

  /** Differences between JSON as shown and as answered, each with its place; none if it is the same. */
  compareJson(shown: unknown, real: unknown, place = "answer"): string[] {
    if (typeof shown === "string" && typeof real === "string")
      return this.matches(shown, real) ? [] : [`${place}: shown ${JSON.stringify(shown)}, is ${JSON.stringify(real)}`];
    if (!isContainer(shown) || !isContainer(real) || Array.isArray(shown) !== Array.isArray(real))
      return Object.is(shown, real) ? [] : [`${place}: shown ${JSON.stringify(shown)}, is ${JSON.stringify(real)}`];
    const isPartial = !Array.isArray(shown) && MORE_FIELDS in shown;
    const differences: string[] = [];
    for (const name of new Set([...Object.keys(shown), ...Object.keys(real)])) {
      const here = `${place}.${name}`;
      if (name === MORE_FIELDS) continue;
      if (!Object.hasOwn(real, name)) differences.push(`${here} is shown and not there`);
      else if (Object.hasOwn(shown, name)) differences.push(...this.compareJson(shown[name], real[name], here));
      else if (!isPartial) differences.push(`${here} is there and not shown: ${JSON.stringify(real[name])}`);
    }
    return differences;
  }

  /** True if a shown text can stand for the real one. @param anyNumbers numbers stand for any other */
  matches(shown: string, real: string, { anyNumbers = false } = {}): boolean {
    const known = this.#real.get(shown);
    if (known !== undefined) return known === real;
    const tokens = new RegExp(`(${UUID}|${TIME}|${ANYTHING}${anyNumbers ? "|\\d+" : ""})`);
    const parts = shown.split(tokens);
    const pattern = parts
      .map((part, index) => (index % 2 === 0 ? escaped(part) : `(${this.#patternOf(part)})`))
      .join("");
    const found = new RegExp(`^${pattern}$`, "s").exec(real);
    if (!found) return false;
    for (const [index, part] of parts.entries())
      if (new RegExp(`^${UUID}$`).test(part)) this.#real.set(part, found[(index + 1) / 2] ?? "");
    if (shown.includes("…") && shown.length >= SHORTEST_NAME && !/\s/.test(shown)) this.#real.set(shown, real);
    return true;
  }

  #patternOf(token: string): string {
    const known = this.#real.get(token);
    if (known !== undefined) return escaped(known);
    if (token.endsWith("…")) return ".*?";
    if (/^\d+$/.test(token)) return "\\d+";
    return new RegExp(`^${UUID}$`).test(token) ? UUID : TIME;
  }
}

/** Reads JSON as guides show it: a line `// …` says that there are more fields. */
export function readShownJson(text: string): unknown {
  const strict = text.replace(
    /(.)(\s*)\/\/ …(\s*)(.)/gs,
    (_all, before: string, space: string, after: string, next: string) => {
      const comma = before === "{" || before === "," ? "" : ",";
      return `${before}${comma}${space}${JSON.stringify(MORE_FIELDS)}: 0${next === "}" ? "" : ","}${after}${next}`;
    },
  );
  return JSON.parse(strict);
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
