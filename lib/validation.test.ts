import { describe, expect, it } from "vitest";
import { z } from "zod";
import { METADATA_LIMITS } from "./metadata";
import * as v from "./validation";

function outcome(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  return result.success ? result.data : result.error.issues[0]?.message;
}

const accepted: [name: string, schema: z.ZodType, ...cases: (readonly [given: unknown, taken: unknown])[]][] = [
  [
    "email",
    v.email,
    [" ann@example.com ", "ann@example.com"],
    ["Ann.O'Neil+x@sub.example.co", "Ann.O'Neil+x@sub.example.co"],
  ],
  ["phone", v.phone, ["+49 30 123456", "+4930123456"], ["+1 (212) 555-0123", "+12125550123"]],
  [
    "httpUrl",
    v.httpUrl,
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["http://x.org/@me", "http://x.org/@me"],
  ],
  ["currencyCode", v.currencyCode, ["EUR", "EUR"], ["XCG", "XCG"]],
  ["countryCode", v.countryCode, ["DE", "DE"], ["AX", "AX"]],
  [
    "uuid",
    v.uuid,
    ["0190A000-0000-7000-8000-00000000000A", "0190a000-0000-7000-8000-00000000000a"],
    ["00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"],
  ],
  ["text", v.text(5), [" Zoë ", "Zoë"], ["a b", "a b"]],
  ["multilineText", v.multilineText(9), ["a\nb\t", "a\nb"], ["a\r\nb", "a\r\nb"]],
  ["amountMinor", v.amountMinor, [0, 0], [999_999_999_999_999, 999_999_999_999_999]],
  [
    "dateTime",
    v.dateTime,
    ["2026-01-31T09:30:00+01:00", "2026-01-31T08:30:00.000Z"],
    ["2026-01-31T09:30Z", "2026-01-31T09:30:00.000Z"],
  ],
  ["timeZone", v.timeZone, ["Europe/Berlin", "Europe/Berlin"], ["UTC", "UTC"]],
];

describe.each(accepted)("%s", (_name, schema, ...cases) => {
  it("takes what is right, in its canonical form", () => {
    for (const [given, taken] of cases) expect(schema.parse(given)).toBe(taken);
  });
});

it.each([
  [v.email, "", "Required"],
  [v.email, "ann", "Must be an e-mail address"],
  [v.email, "ann@example", "Must be an e-mail address"],
  [v.email, "a\0nn@example.com", "Must be an e-mail address"],
  [v.email, `${"a".repeat(250)}@example.com`, "Must have at most 254 characters"],
  [v.phone, "030 123456", "Must start with + and the country code"],
  [v.phone, "+49", "Must be a valid phone number"],
  [v.phone, "+999 123456", "Must be a valid phone number"],
  [v.phone, "+49 30 123456 ext. 5", "Must be a valid phone number"],
  [v.phone, "+49 call me", "Must be a valid phone number"],
  [v.phone, "", "Must start with + and the country code"],
  [v.httpUrl, "javascript:alert(1)", "Must be an http or https address"],
  [v.httpUrl, "https:example.com", "Must be an http or https address"],
  [v.httpUrl, "//example.com", "Must be an http or https address"],
  [v.httpUrl, "https://user:secret@example.com", "Must be an http or https address"],
  [v.httpUrl, "https://exa mple.com", "Must be an http or https address"],
  [v.httpUrl, "https://example.com/\0", "Must be an http or https address"],
  [v.httpUrl, "https://", "Must be an http or https address"],
  [v.currencyCode, "eur", "Must be an ISO 4217 currency code, such as EUR"],
  [v.currencyCode, "DEM", "Must be an ISO 4217 currency code, such as EUR"],
  [v.countryCode, "UK", "Must be an ISO 3166 country code of two letters, such as DE"],
  [v.uuid, "1", "Must be a UUID"],
  [v.uuid, null, "Required"],
  [v.text(5), "   ", "Required"],
  [v.text(5), "123456", "Must have at most 5 characters"],
  [v.text(5), "a\nb", "Must not contain control characters"],
  [v.text(5), "a\ud800", "Must be valid Unicode text"],
  [v.text(5), 5, "Must be a text"],
  [v.text(5), undefined, "Required"],
  [v.text(5), null, "Required"],
  [v.multilineText(5), "a\0", "Must not contain control characters"],
  [v.amountMinor, -1, "Must be at least 0"],
  [v.amountMinor, 1.5, "Must be a whole number"],
  [v.amountMinor, 1e15, "Must be at most 999999999999999"],
  [v.amountMinor, "5", "Must be a number"],
  [v.dateTime, "2026-01-31", "Must be a date-time with offset, such as 2026-01-31T09:30:00Z"],
  [v.timeZone, "Mars/Olympus", "Must be a time zone, such as Europe/Berlin"],
  [z.enum(["a", "b"]), "c", "Must be one of a, b"],
  [z.strictObject({}), { x: 1 }, "Unknown field"],
  [z.array(z.string()).min(1), [], "Choose at least one"],
  [z.number().lt(5), 5, "Must be less than 5"],
])("case %# refuses what is wrong", (schema, value, message) => {
  expect(outcome(schema, value)).toBe(message);
});

describe("blankToNull", () => {
  const schema = z.object({ site: v.blankToNull(v.httpUrl).optional() });

  it("clears by an empty text or null, keeps by absence", () => {
    for (const site of ["", "  ", null]) expect(schema.parse({ site })).toEqual({ site: null });
    expect(Object.keys(schema.parse({}))).toEqual([]);
    expect(schema.parse({ site: "https://a.b" })).toEqual({ site: "https://a.b" });
    expect(schema.safeParse({ site: "x" }).error?.issues[0]?.path).toEqual(["site"]);
  });
});

describe("metadata", () => {
  const nested = (levels: number): object => (levels === 1 ? {} : { a: nested(levels - 1) });

  it.each([
    [{}],
    [{ a: 1, b: "Zoë\n", c: null, d: [true, { e: -0.5 }], "a.b": "", "😀": 1 }],
    [nested(METADATA_LIMITS.depth)],
    [Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, n]))],
    [{ k: "x".repeat(16 * 1024 - 8) }],
  ])("takes %# as it is", (value) => {
    expect(v.metadata.parse(value)).toBe(value);
  });

  it.each([
    ["null", "Must be an object", []],
    ["[]", "Must be an object", []],
    ['"text"', "Must be an object", []],
    ['{"__proto__": 1}', "A key must not be __proto__", ["__proto__"]],
    ['{"a": {"__proto__": {"x": 1}}}', "A key must not be __proto__", ["a", "__proto__"]],
    ['{"": 1}', "A key must have 1 to 64 characters", [""]],
    [`{"${"k".repeat(65)}": 1}`, "A key must have 1 to 64 characters", ["k".repeat(65)]],
    ['{"a\\u0000": 1}', "A key must not contain control characters", ["a\0"]],
    ['{"a": ["\\u0000"]}', "Must not contain control characters", ["a", 0]],
    ['{"a": "\\ud800"}', "Must be valid Unicode text", ["a"]],
    ['{"a": 1e999}', "Must be a finite number", ["a"]],
    [JSON.stringify({ a: nested(5) }), "Must be at most 5 levels deep", ["a", "a", "a", "a", "a"]],
    [`{"a": ${"[".repeat(5_000)}${"]".repeat(5_000)}}`, "Must be at most 5 levels deep", ["a", 0, 0, 0, 0]],
    [
      JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, n]))),
      "Must have at most 50 keys on a level",
      [],
    ],
    [JSON.stringify({ k: "x".repeat(16 * 1024 - 7) }), "Must be at most 16 KiB of JSON", []],
    [JSON.stringify({ k: "é".repeat(9 * 1024) }), "Must be at most 16 KiB of JSON", []],
  ])("refuses %# %s", (json, message, path) => {
    const issue = v.metadata.safeParse(JSON.parse(json)).error?.issues[0];
    expect(issue).toMatchObject({ message, path });
  });
});
