import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { parseSync } from "oxc-parser";
import { beforeAll, describe, expect, test } from "vitest";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { loadMessages } from "./catalogue";
import { pseudoText } from "./pseudo";

interface Texts {
  [key: string]: string | Texts;
}

const SIDES = ["client", "server"] as const;
const namesIn = (folder: string) =>
  readdirSync(path.join(REPOSITORY_DIR, folder), { recursive: true, encoding: "utf8" });
const read = (file: string) => readFileSync(path.join(REPOSITORY_DIR, file), "utf8");

const areas = SIDES.flatMap((side) =>
  namesIn(`lib/messages/en/${side}`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => `${side}/${name}`),
).sort();

/** `auditLogs` of `client/audit-logs.json`. */
const nameOf = (area: string) =>
  path.basename(area, ".json").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function textsOf(language: string, area: string): Texts {
  const texts: unknown = JSON.parse(read(`lib/messages/${language}/${area}`));
  return texts as Texts;
}

/** `a.b` of all texts, in their order. */
function flat(texts: Texts, above = ""): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[above + key, value]] : flat(value, `${above}${key}.`),
  );
}

/**
 * What a text needs to be given: its arguments and tags, and the cases that it tells apart. `labelLower` is `label` for a
 * language that writes nouns small.
 */
function needsOf(text: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.tag) {
        found.add(`<${element.value}>`);
        visit(element.children);
        continue;
      }
      found.add(`{${element.value.replace(/Lower$/, "")}}`);
      if (element.type === TYPE.select)
        found.add(`{${element.value}: ${Object.keys(element.options).sort().join(", ")}}`);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(text));
  return [...found].sort();
}

function problemOf(text: string): string | null {
  try {
    parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe.each(areas)("%s", (area) => {
  const english = flat(textsOf("en", area));
  const german = new Map(flat(textsOf("de", area)));

  test("has the same texts in German, in the same order", () => {
    const file = `lib/messages/de/${area}`;
    const missing = english.flatMap(([key, text]) =>
      german.has(key) ? [] : `${file}: put “${key}” in, for “${text}”`,
    );
    const known = new Set(english.map(([key]) => key));
    const surplus = [...german.keys()].flatMap((key) =>
      known.has(key) ? [] : `${file}: take “${key}” out, or put it into lib/messages/en/${area}`,
    );
    expect([...missing, ...surplus]).toEqual([]);
    expect([...german.keys()]).toEqual(english.map(([key]) => key));
  });

  test("is written in ICU's way", () => {
    const wrong = [...english.map((one) => ["en", ...one]), ...[...german].map((one) => ["de", ...one])].flatMap(
      ([language, key, text = ""]) => {
        const problem = text.trim() === "" ? "is empty" : problemOf(text);
        return problem ? `lib/messages/${language}/${area}: “${key}”: ${problem}` : [];
      },
    );
    expect(wrong).toEqual([]);
  });

  test("asks for the same arguments, tags and cases in every language", () => {
    const wrong = english.flatMap(([key, text]) => {
      const other = german.get(key) ?? text;
      if (problemOf(text) ?? problemOf(other)) return [];
      const [wanted, given] = [needsOf(text).join(" "), needsOf(other).join(" ")];
      const pseudo = needsOf(pseudoText(text)).join(" ");
      return [
        ...(wanted === given ? [] : [`lib/messages/de/${area}: “${key}” has ${given}, and in English ${wanted}`]),
        ...(wanted === pseudo ? [] : [`the pseudo language makes ${pseudo} of ${wanted} in “${key}” of ${area}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

test("all areas are handed to the pages, and none is without texts", async () => {
  const { client, server } = await loadMessages("en");
  const handed = { client, server };
  const wrong = areas.flatMap((area) => {
    const side = area.startsWith("client/") ? "client" : "server";
    if (!(nameOf(area) in handed[side]))
      return [`lib/messages/en/${area} is in no index of its folder: import it there`];
    return flat(textsOf("en", area)).length > 0
      ? []
      : [`lib/messages/en/${area} has no texts: take it away, in German too`];
  });
  expect(wrong).toEqual([]);
});

describe("every text is asked for", () => {
  const exact = new Set<string>();
  const begins = new Set<string>();
  const ends = new Set<string>();
  /** `group` where a file asks for `${group}.${name}`. */
  const groups = new Set<string>();

  beforeAll(() => {
    const files = ["app", "components", "lib"].flatMap((folder) =>
      namesIn(folder).map((name) => `${folder}/${name.replaceAll(path.sep, "/")}`),
    );
    const isSource = (file: string) =>
      /\.tsx?$/.test(file) && !/\.test\.tsx?$|^lib\/(?:generated|messages)\//.test(file);
    for (const file of files.filter(isSource)) {
      const source = read(file);
      const own = new Set<string>();
      noteTexts(parseSync(file, source).program, own);
      for (const text of own) exact.add(text);
      if (/`\$\{\w+\}\.\$\{\w+\}`/.test(source)) for (const text of own) groups.add(text);
    }
  });

  function isNamed(node: unknown, name?: string): node is { name: string } {
    if (typeof node !== "object" || node === null || !("name" in node) || typeof node.name !== "string") return false;
    return name === undefined || node.name === name;
  }

  function noteTexts(node: unknown, own: Set<string>): void {
    if (Array.isArray(node)) for (const one of node) noteTexts(one, own);
    if (typeof node !== "object" || node === null || !("type" in node)) return;
    const { type, value, quasis, key, object, property } = node as Record<string, unknown>;
    if (type === "Literal" && typeof value === "string") own.add(value);
    // Names of properties too: a table's keys may be those of its texts.
    if (type === "Property" && isNamed(key)) own.add(key.name);
    // `texts.copyId`, where a text is read as it stands.
    if (type === "MemberExpression" && isNamed(object, "texts") && isNamed(property)) own.add(property.name);
    if (type === "TemplateLiteral" && Array.isArray(quasis)) {
      const texts = quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked);
      const [first = "", last = ""] = [texts[0], texts.at(-1)];
      if (first.endsWith(".")) begins.add(first);
      else if (first === "" && last.startsWith(".")) ends.add(last);
    }
    for (const child of Object.values(node)) noteTexts(child, own);
  }

  /** `b.c` and `c` of `a.b.c` and itself: a namespace may reach into an area, or stand above it. */
  const tailsOf = (key: string) => key.split(".").map((_, at, parts) => parts.slice(at).join("."));

  const isAsked = (key: string) =>
    tailsOf(key).some((tail) => exact.has(tail) || [...begins].some((prefix) => tail.startsWith(prefix))) ||
    [...ends].some((suffix) => key.endsWith(suffix)) ||
    key
      .split(".")
      .slice(0, -1)
      .some((group) => groups.has(group));

  test.each(areas)("of %s", (area) => {
    const unused = flat(textsOf("en", area)).flatMap(([key, text]) =>
      isAsked(`${nameOf(area)}.${key}`)
        ? []
        : `nothing asks for “${key}” (“${text}”): take it out of lib/messages/{en,de}/${area}`,
    );
    expect(unused).toEqual([]);
  });
});

describe("the pseudo language", () => {
  test.each([
    "Save {name}",
    "{count, plural, =0 {No rows} one {# <b>row</b>} other {# rows}} of {name}",
    "{kind, select, a {Key of {owner}} other {{count, plural, one {# key} other {# keys}}}}",
    "Write <code>status:'{'x'}'</code>, {when, date, short}",
  ])("keeps what ICU reads, and turns the rest: %s", (text) => {
    const pseudo = pseudoText(text);
    expect(needsOf(pseudo)).toEqual(needsOf(text));
    // Whatever is left without the turned words is ICU's own.
    const left = literalsOf(parse(pseudo.replaceAll(/\u200f\u202e.*?\u202c\u200f/g, "")));
    expect(left.join("").replaceAll(/[{}]x?/g, "")).not.toMatch(/\p{L}/u);
  });
});

function literalsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return element.value;
    if (element.type === TYPE.tag) return literalsOf(element.children);
    const isChoice = element.type === TYPE.select || element.type === TYPE.plural;
    return isChoice ? Object.values(element.options).flatMap(({ value }) => literalsOf(value)) : [];
  });
}
