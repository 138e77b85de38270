import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { REPOSITORY_DIR } from "@/scripts/db/paths";
import { BUILT_SENTENCES } from "@/scripts/fence/sentence-parts";
import { findSentences } from "@/scripts/fence/sentences";
import catalogue from "./de/sentences.json";
import { type Sentences, translateSentence } from "./sentences";

const german: Sentences = Object.entries(catalogue);

const SOURCES = readdirSync(path.join(REPOSITORY_DIR, "lib"), { recursive: true, encoding: "utf8" })
  .map((name) => `lib/${name.replaceAll(path.sep, "/")}`)
  .filter((name) => name.endsWith(".ts"))
  .sort();

const found = SOURCES.flatMap((file) =>
  findSentences(file, readFileSync(path.join(REPOSITORY_DIR, file), "utf8")).map((one) => ({ file, ...one })),
);

const isPiece = (file: string, text: string) =>
  BUILT_SENTENCES.some((one) => one.file === file && one.pieces.includes(text));

/** All that a page can be given, each with where it comes from. */
const wanted = [
  ...found
    .filter(({ file, text }) => !isPiece(file, text))
    .map(({ file, line, text }) => ({ at: `${file}:${line}`, text })),
  ...BUILT_SENTENCES.flatMap(({ file, whole }) => whole.map((text) => ({ at: file, text }))),
];

describe("the sentences of the business code", () => {
  const known = new Set(german.map(([english]) => english));

  test("are all in lib/messages/de/sentences.json", () => {
    expect(found.length).toBeGreaterThan(800);
    const missing = wanted.filter(({ text }) => !known.has(text));
    expect(
      missing.map(({ at, text }) => `${at} says “${text}”: put it and its German into lib/messages/de/sentences.json`),
    ).toEqual([]);
  });

  test("are all that is there", () => {
    const said = new Set(wanted.map(({ text }) => text));
    expect(
      german.flatMap(([english]) =>
        said.has(english) ? [] : `nothing says “${english}” any more: take it out of lib/messages/de/sentences.json`,
      ),
    ).toEqual([]);
  });

  test("are put together only from what is still there", () => {
    const gone = BUILT_SENTENCES.flatMap(({ file, pieces }) => [
      ...(existsSync(path.join(REPOSITORY_DIR, file)) ? [] : [file]),
      ...pieces.filter((piece) => !found.some((one) => one.file === file && one.text === piece)),
    ]);
    expect(gone.map((piece) => `“${piece}” is gone: mend scripts/fence/sentence-parts.ts`)).toEqual([]);
  });

  test("keep their places in German, and begin and end alike", () => {
    const placesOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, place]) => place).sort();
    const wrong = german.filter(
      ([english, translated]) =>
        translated.trim() === "" ||
        translated !== translated.trim() ||
        /[.!?]$/.exec(english)?.[0] !== /[.!?]$/.exec(translated)?.[0] ||
        placesOf(english, /\{(\d)\}/g).join() !== placesOf(translated, /\{(\d)\*?\}/g).join(),
    );
    expect(wrong.map(([english, translated]) => `“${translated}” has not the form of “${english}”`)).toEqual([]);
  });

  test("come out whole, whatever fills their places", () => {
    const wrong = german.flatMap(([english, translated]) => {
      const fill = (text: string) => text.replaceAll(/\{(\d)\*?\}/g, (_, place) => `x${place}x`);
      const out = translateSentence("de", german, fill(english));
      return out === fill(translated) ? [] : `“${fill(english)}” became “${out}”`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("a sentence in the page's language", () => {
  const sentences: Sentences = [
    ["Not found", "Nicht gefunden"],
    ["Somebody", "Jemand"],
    ["See refunds", "Erstattungen sehen"],
    ["Must be {0}", "Muss {0} sein"],
    ["Must be one of {0}", "Muss einer von {0} sein"],
    ["Must be {0} at most", "Höchstens {0}"],
    ["The key “{0}”", "Der Schlüssel „{0}“"],
    ["{0} is restricted to {1}.", "{0*} ist auf {1} beschränkt."],
    ["{0} may {1}.", "{0*} darf {1*}."],
    ["{0} made it on {1}.", "Am {1*} von {0*} gemacht."],
    ["{0} (at character {1})", "{0*} (an Stelle {1})"],
  ];
  const inGerman = (english: string) => translateSentence("de", sentences, english);

  test.each([
    ["that stands there as it is", "Not found", "Nicht gefunden"],
    ["that nobody has translated stays English", "Nobody knows this", "Nobody knows this"],
    ["with a place", "Must be green", "Muss green sein"],
    ["by the pattern that says more", "Must be one of red, green", "Muss einer von red, green sein"],
    ["by the pattern that says more, at its end too", "Must be 7 at most", "Höchstens 7"],
    ["is a whole sentence: nothing before", "It Must be green", "It Must be green"],
    ["with an empty place is another one", "Must be ", "Must be "],
    ["over several lines", "Must be a\nb", "Muss a\nb sein"],
    ["with what looks like a pattern", "Must be $& (a|b)+ {0}", "Muss $& (a|b)+ {0} sein"],
    ["with words of ours in a place", "Somebody may see refunds.", "Jemand darf Erstattungen sehen."],
    ["with somebody's own words in a place", "Must be Somebody", "Muss Somebody sein"],
    ["with another in a place", "The key “A” is restricted to B.", "Der Schlüssel „A“ ist auf B beschränkt."],
    ["with another, which has a place, in a place", "Must be a (at character 3)", "Muss a sein (an Stelle 3)"],
    ["with a day", "Ann made it on 5 March 2026.", "Am 5. März 2026 von Ann gemacht."],
    ["behind the name of its field", "billing_amount: Must be more", "billing_amount: Muss more sein"],
    [
      "behind the name of its field, in a place",
      "a.b: Not found (at character 1)",
      "a.b: Nicht gefunden (an Stelle 1)",
    ],
    ["behind a name that says nothing by itself", "other: Nobody knows", "other: Nobody knows"],
  ])("%s", (_, english, translated) => {
    expect(inGerman(english)).toBe(translated);
  });

  test("does not depend on the order of the catalogue", () => {
    const english = ["Must be 7 at most", "Must be one of a", "Must be a", "Must be one of a (at character 2)"];
    const turned = sentences.toReversed();
    expect(english.map((text) => translateSentence("de", turned, text))).toEqual(english.map(inGerman));
  });

  test("is English as it stands, and turned around in the pseudo language", () => {
    expect(translateSentence("en", sentences, "Must be {green}")).toBe("Must be {green}");
    const pseudo = translateSentence("ar-XB", [], "Must be <b>{green}</b>");
    expect(pseudo).toMatch(/\p{L}/u);
    expect(pseudo).not.toMatch(/[{}<>]/);
  });

  test("is found in no time, however long somebody has made it", () => {
    const hostile = `It takes ${" (".repeat(50_000)}`;
    const start = performance.now();
    expect(translateSentence("de", german, hostile)).toBe(hostile);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

test.each([
  ["Must have at least 12 characters", "Muss mindestens 12 Zeichen haben"],
  ["Must have at least 3 characters between the stars", "Muss zwischen den Sternen mindestens 3 Zeichen haben"],
  ["amount: EUR has 2 decimals at most", "amount: EUR hat höchstens 2 Dezimalstellen"],
  ["status: There is no “x” (at character 8)", "status: „x“ gibt es nicht (an Stelle 8)"],
  [
    "It takes refunds:read (See refunds). Ann has the roles “A” and “B”, and none of them gives it.",
    "Nötig ist refunds:read (Erstattungen sehen). Ann hat die Rollen „A“ und „B“, von denen keine das umfasst.",
  ],
  [
    "It was given refunds:read (See refunds): Somebody made it on 5 March 2026.",
    "refunds:read (Erstattungen sehen) wurde vergeben: Jemand hat den Schlüssel am 5. März 2026 erstellt.",
  ],
  ["Ann may see refunds, on all accounts.", "Ann darf das für alle Konten: Erstattungen sehen."],
  ["The key “A” is restricted to B and all below it.", "Der Schlüssel „A“ ist beschränkt auf B und alles darunter."],
  ["Ended by somebody of the tenant", "Beendet von jemandem aus dem Mandanten"],
  [
    "Your export of Payment intents is ready. The file can be fetched for a day.",
    "Ihr Export von Zahlungen ist fertig. Die Datei kann einen Tag lang abgeholt werden.",
  ],
  [
    "Renata asked to refund €1,174.24 at Hotel: a second person has to approve it.",
    "Renata möchte 1.174,24\u00a0€ bei Hotel erstatten: Eine zweite Person muss das freigeben.",
  ],
  ["At most HUF\u00a0200,000.00 can still be refunded", "Höchstens 200.000,00\u00a0HUF können noch erstattet werden"],
  ["At most ¥80,000 can still be refunded", "Höchstens 80.000\u00a0¥ können noch erstattet werden"],
  ["Firefox on Windows", "Firefox auf Windows"],
  [
    "Lacks the year, day: use YYYY, MM or M or MMMM or MMM, and DD or D",
    "Es fehlt: Jahr, Tag. Verwenden Sie YYYY, MM oder M oder MMMM oder MMM und DD oder D",
  ],
])("German of “%s”", (english, translated) => {
  expect(translateSentence("de", german, english)).toBe(translated);
});
