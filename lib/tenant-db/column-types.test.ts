import pg from "pg";
import { expect, test } from "vitest";
import { modelTypes, PLAIN_TYPES } from "./column-types";

const { INT8, TEXT, TIMESTAMPTZ } = pg.types.builtins;
const adapter = { getTypeParser: () => (text: string) => `adapter: ${text}` } as pg.CustomTypesConfig;
const plainTime = PLAIN_TYPES.getTypeParser(TIMESTAMPTZ, "text");
const modelTime = modelTypes(adapter).getTypeParser(TIMESTAMPTZ, "text");

test.each([
  ["2026-01-31 09:30:00.123456+00", "2026-01-31T09:30:00.123Z"],
  ["2026-01-31 09:30:00.1+00", "2026-01-31T09:30:00.100Z"],
  ["2026-01-31 09:30:00+00", "2026-01-31T09:30:00.000Z"],
])("the time %s is the same moment in rows and in model calls", (text, iso) => {
  expect(plainTime(text)).toBe(iso);
  expect(modelTime(text)).toBe(iso);
});

test.each(["2026-01-31 09:30:00+05:30", "10000-01-01 00:00:00+00", "0044-03-15 00:00:00+00 BC", "infinity"])(
  "%s, which is not written as ours are, is read by the adapter",
  (text) => {
    expect(modelTime(text)).toBe(`adapter: ${text}`);
  },
);

test("a bigint of a model call keeps all its digits, and other types are the adapter's", () => {
  const types = modelTypes(adapter);
  expect(types.getTypeParser(INT8, "text")("9223372036854775807")).toBe("9223372036854775807");
  expect(types.getTypeParser(TEXT, "text")("a")).toBe("adapter: a");
});

test("a bigint of rows that no number holds is an error, not another number", () => {
  const parse = PLAIN_TYPES.getTypeParser(INT8, "text");
  expect(parse("9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => parse("9007199254740993")).toThrow(RangeError);
});
