import { IntlErrorCode } from "use-intl";
import theirs from "use-intl/format-message";
import { expect, test } from "vitest";
import { loadMessages } from "./catalogue";
import formatMessage from "./format-message";

const LOCALES = ["en", "de"] as const;
type Options = Parameters<typeof theirs>[3];

/** Every text of the catalogue. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Values for whatever a text may ask for: numbers, texts, cases of a choice, and tags. */
function valuesOf(text: string, number: number): Record<string, unknown> {
  const names = [...text.matchAll(/[{<](\w+)/g)].map(([, name = ""]) => name);
  const tags = new Set([...text.matchAll(/<(\w+)>/g)].map(([, name = ""]) => name));
  const isNumber = (name: string) => new RegExp(`\\{${name}, (?:plural|number|selectordinal)`).test(text);
  return Object.fromEntries(
    names.map((name) => [
      name,
      tags.has(name) ? (chunks: string[]) => `[${chunks.join("")}]` : isNumber(name) ? number : `${name} <b>{x}`,
    ]),
  );
}

test("every text of the catalogue comes out as use-intl itself writes it", async () => {
  let compared = 0;
  for (const locale of LOCALES) {
    const { client, server } = await loadMessages(locale);
    const options = { cache: cacheOf(), formatters: formattersOf(), locale, timeZone: "UTC" } as unknown as Options;
    for (const text of textsOf({ client, server }))
      for (const number of [0, 1, 2, 1234567]) {
        const values = valuesOf(text, number);
        const given = Object.keys(values).length > 0 ? (values as never) : undefined;
        expect(formatMessage("key", text, given, { locale })).toEqual(theirs("key", text, given, options));
        compared += 1;
      }
  }
  expect(compared).toBeGreaterThan(10_000);
});

test.each([
  ["a list of texts", ["a"], IntlErrorCode.INVALID_MESSAGE],
  ["a group of texts", { a: "b" }, IntlErrorCode.INSUFFICIENT_PATH],
  ["a text that cannot be read", "{count, plural, other {x}", IntlErrorCode.INVALID_MESSAGE],
])("%s is refused as use-intl refuses it", (_, message, code) => {
  expect(() => formatMessage("key", message, { count: 1 }, { locale: "en" })).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

test("a value that is missing is an error, and never an empty place", () => {
  expect(() => formatMessage("key", "Hello {name}", undefined, { locale: "en" })).toThrow(/name/);
});

const cacheOf = () => ({
  dateTime: {},
  number: {},
  message: {},
  relativeTime: {},
  pluralRules: {},
  list: {},
  displayNames: {},
});
const formattersOf = () => ({
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
});
