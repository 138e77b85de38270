import { describe, expect, test } from "vitest";
import { blocksOf, stepsOf } from "./blocks";
import { Placeholders, readShownJson } from "./compare";

const ID = "0190a000-0000-7000-8000-00000000000a";
const REAL = "0192b3c4-d5e6-7f80-91a2-b3c4d5e6f708";
const OTHER = "0192b3c4-d5e6-7f80-91a2-b3c4d5e6f709";
const steps = (markdown: string) => stepsOf(blocksOf(markdown));
const fence = (info: string, code = "x") => `\`\`\`${info}\n${code}\n\`\`\`\n\n`;

describe("a guide's blocks", () => {
  test("are run, written to files, or answers to what stands before them", () => {
    const found = steps(
      `# Guide\n\n${fence("sh")}${fence("json")}${fence("js a.mjs")}${fence("text")}${fence("ts eventually")}`,
    );
    expect(found).toMatchObject([
      { kind: "run", block: { language: "sh", line: 4 }, answer: { language: "json" }, isEventual: false },
      { kind: "write", block: { language: "js", words: ["a.mjs"] }, answer: null },
      { kind: "run", block: { language: "ts" }, isEventual: true },
    ]);
  });

  test.each([
    ["an answer to nothing", fence("json")],
    ["a second answer", fence("sh") + fence("json") + fence("json")],
    ["a language that nobody runs", fence("python")],
    ["no language", fence("")],
  ])("%s is refused", (_what, markdown) => {
    expect(() => steps(markdown)).toThrow(/line \d+: a block of/);
  });
});

describe("an answer that a guide shows", () => {
  test("is held against every field and value", () => {
    const shown = { a: 1, b: ["x"], c: null };
    const compare = (real: unknown) => new Placeholders().compareJson(shown, real);
    expect(compare({ a: 1, b: ["x"], c: null })).toEqual([]);
    for (const wrong of [
      { a: 2, b: ["x"], c: null },
      { a: 1, b: ["x", "y"], c: null },
      { a: 1, b: [], c: null },
      { a: 1, b: ["y"], c: null },
      { a: 1, b: ["x"] },
      { a: 1, b: ["x"], c: null, d: 1 },
      { a: 1, b: { 0: "x" }, c: null },
      null,
    ])
      expect(compare(wrong)).toHaveLength(1);
  });

  test("may leave fields out where it says so", () => {
    for (const text of ['{\n  "a": 1\n  // …\n}', '{\n  // …\n  "a": 1\n}', '{\n  "a": 1,\n  // …\n  "b": {"c": 2}\n}'])
      expect(new Placeholders().compareJson(readShownJson(text), { a: 1, b: { c: 2 }, d: 3 })).toEqual([]);
    expect(new Placeholders().compareJson(readShownJson('{\n  "a": 1\n  // …\n}'), { a: 2 })).toHaveLength(1);
  });

  test("has ids that stand for one record each, in what follows too", () => {
    const placeholders = new Placeholders();
    expect(placeholders.compareJson({ id: ID }, { id: REAL })).toEqual([]);
    expect(placeholders.fill(`curl ?id=${ID}`)).toBe(`curl ?id=${REAL}`);
    expect(placeholders.compareJson({ id: ID }, { id: REAL })).toEqual([]);
    expect(placeholders.compareJson({ id: ID }, { id: OTHER })).toHaveLength(1);
    expect(placeholders.matches(`made ${ID}`, `made ${OTHER}`)).toBe(false);
    expect(new Placeholders().compareJson({ id: ID }, { id: "no id" })).toHaveLength(1);
  });

  test("has times that stand for times, and beginnings that stand for one text each", () => {
    const placeholders = new Placeholders();
    expect(placeholders.matches("2026-01-31T09:30:00.000Z", "2031-12-01T00:00:00.123Z")).toBe(true);
    expect(placeholders.matches("2026-01-31T09:30:00.000Z", "yesterday")).toBe(false);
    expect(placeholders.matches("bh_sk_test_…", "bh_sk_test_abc")).toBe(true);
    expect(placeholders.fill("Bearer bh_sk_test_…")).toBe("Bearer bh_sk_test_abc");
    expect(placeholders.matches("bh_sk_test_…", "bh_sk_test_def")).toBe(false);
    expect(placeholders.matches("bh_rk_…", "bh_sk_test_def")).toBe(false);
    expect(placeholders.matches("pay_3f1c…", "pay_99")).toBe(true);
    expect(placeholders.matches("pay_3f1c…", "pay_98")).toBe(false);
    expect(placeholders.matches("pay_aaaa…", "ref_98")).toBe(false);
  });

  test("has numbers of headers that stand for numbers", () => {
    const matches = (shown: string, real: string) => new Placeholders().matches(shown, real, { anyNumbers: true });
    expect(matches('"key";r=599;t=60', '"key";r=12;t=3')).toBe(true);
    expect(matches('"key";r=599;t=60', '"tenant";r=12;t=3')).toBe(false);
  });
});
