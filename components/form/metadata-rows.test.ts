import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { fromJson, fromRows, textToValue, toRows, valueToText } from "./metadata-rows";

const t = englishTexts("client.form.metadata");

describe("metadata rows", () => {
  it("give back every JSON value they were made from", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON has no negative zero.
        const stored: unknown = JSON.parse(JSON.stringify(value));
        expect(textToValue(valueToText(stored))).toEqual(stored);
      }),
    );
  });

  it("show plain texts bare and keep a text of digits a text", () => {
    expect(valueToText("Grand Hotel")).toBe("Grand Hotel");
    expect(valueToText("42")).toBe('"42"');
    expect(textToValue("42")).toBe(42);
    expect(textToValue("2 nights")).toBe("2 nights");
  });

  it("give back the object they were made from", () => {
    const metadata = { booking: { nights: 2 }, reference: "A-17", vip: true, tags: ["a"] };
    expect(fromRows(t, toRows(metadata))).toEqual({ ok: true, value: metadata });
  });

  it("leave out empty lines, and refuse a value without key and a key given twice", () => {
    const row = (key: string, text: string) => ({ id: 0, key, text });
    expect(fromRows(t, [row("a", "x"), row("", "")])).toEqual({ ok: true, value: { a: "x" } });
    expect(fromRows(t, [row("", "x")]).ok).toBe(false);
    expect(fromRows(t, [row("a", "x"), row(" a", "y")]).ok).toBe(false);
  });
});

describe("raw metadata", () => {
  it("takes objects only", () => {
    expect(fromJson(t, '{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } });
    expect(fromJson(t, "")).toEqual({ ok: true, value: {} });
    for (const wrong of ["[1]", "3", "null", "{"]) expect(fromJson(t, wrong).ok).toBe(false);
  });
});
