import { expect, test } from "vitest";
import { preferredLocale } from "./locale";
import { pseudoMessages, pseudoText } from "./messages/pseudo";

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr, en;q=0.5, de;q=0.7", "de"],
  ["en;q=0.1, de;q=0", "en"],
  ["fr", "en"],
  ["*", "en"],
  ["", "en"],
  [null, "en"],
  ["de;q=much, en;q=0.2", "en"],
  // Whoever really reads Arabic is not given English from right to left.
  ["ar-XB, ar", "en"],
])("of what a browser prefers (%s) the best that there is is taken: %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});

test("the pseudo language turns words and keeps arguments, choices and tags", () => {
  const marked = (word: string) => `\u200f\u202e${word}\u202c\u200f`;
  expect(pseudoText("Delete {name}?")).toBe(`${marked("Delete")} {name}?`);
  expect(pseudoText("See <b>this</b>")).toBe(`${marked("See")} <b>${marked("this")}</b>`);
  const plural = (one: string, other: string) => `{count, plural, one {# ${one}} other {# ${other}}}`;
  expect(pseudoText(plural("row", "rows"))).toBe(plural(marked("row"), marked("rows")));
  expect(pseudoMessages({ a: { b: "Yes" } })).toEqual({ a: { b: marked("Yes") } });
});
