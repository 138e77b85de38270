import { describe, expect, test } from "vitest";
import { bindMapping } from "./mapping";
import { type ImportMapping, importMapping } from "./schema";

const BASE = {
  source: "test",
  resource: "payment_intents",
  null_markers: ["NULL", ""],
  account: { name: { column: "hotel" } },
  fields: {
    billing_amount: { formula: "rate * nights", rounding: "half-even" },
    billing_currency: { constant: "EUR" },
  },
};

const mappingOf = (given: Record<string, unknown> = {}): ImportMapping =>
  importMapping.parse({ ...BASE, ...given, fields: { ...BASE.fields, ...(given.fields ?? {}) } });

/** Maps one line, given as values by column; `hotel`, `rate` and `nights` are there in any case. */
function map(given: Record<string, unknown>, values: Record<string, string>) {
  const all: Record<string, string> = { hotel: "City", rate: "10", nights: "2", ...values };
  const mapper = bindMapping(mappingOf(given), { line: 1, fields: Object.keys(all) });
  const { draft, refusals } = mapper.map({ line: 7, fields: Object.values(all) });
  return { ...draft.record, account: draft.account, refusals };
}

test("a line becomes a draft by the mapping", () => {
  const mapped = map(
    {
      account: {
        name: { column: "hotel" },
        create: { currency: { constant: "EUR" }, country: { column: "land", convert: "country_alpha3" } },
      },
      fields: {
        status: { column: "state", values: { done: "PROCESSED" } },
        created_at: { columns: ["y", "m", "d"], format: "YYYY MMMM D", time_zone: "Europe/Lisbon" },
        reference: { template: "{hotel}/{$line}" },
      },
      metadata: { rest: true, include: ["nights"], exclude: ["junk"], fields: { market: { column: "land" } } },
    },
    {
      rate: "10.125",
      land: "PRT",
      state: "done",
      y: "2015",
      m: "July",
      d: "1",
      junk: "x",
      guests: "2",
      agent: "NULL",
      room: "007",
    },
  );
  expect(mapped).toMatchObject({
    refusals: [],
    account: { name: "City", currency: "EUR", country: "PT" },
    billing_amount: 2025,
    billing_currency: "EUR",
    status: "PROCESSED",
    created_at: "2015-06-30T23:00:00.000Z",
    reference: "City/7",
    customer_email: null,
    metadata: { nights: 2, guests: 2, room: "007", market: "PRT" },
  });
  expect(Object.keys(Object(mapped).metadata).sort()).toEqual(["guests", "market", "nights", "room"]);
});

test.each([
  ["half to even, down", "0.005", "1", 0],
  ["half to even, up", "0.015", "1", 2],
  ["a third", "100", "0.333333", 3333],
  ["nothing", "0", "3", 0],
])("amounts round %s", (_name, rate, nights, expected) => {
  expect(map({}, { rate, nights })).toMatchObject({ billing_amount: expected, refusals: [] });
});

test("without a rounding rule, decimals that the currency does not have are refused", () => {
  const fields = { billing_amount: { formula: "rate" }, billing_currency: { column: "currency" } };
  expect(map({ fields }, { rate: "1.5", currency: "JPY" }).refusals).toEqual([
    { line: 7, column: "rate", reason: "billing_amount: JPY has 0 decimals at most" },
  ]);
  expect(map({ fields }, { rate: "1.234", currency: "BHD" })).toMatchObject({ billing_amount: 1234 });
});

test("amounts may be in minor units already", () => {
  const fields = { billing_amount: { formula: "rate", unit: "minor" } };
  expect(map({ fields }, { rate: "1234" })).toMatchObject({ billing_amount: 1234, refusals: [] });
  expect(map({ fields }, { rate: "12.5" }).refusals).toHaveLength(1);
});

test.each([
  ["a number that is none", {}, { rate: "ten" }, "rate", '"ten" is not a number'],
  [
    "division by zero",
    { fields: { billing_amount: { formula: "rate / nights" } } },
    { nights: "0" },
    "rate, nights",
    "Divides by zero",
  ],
  [
    "a currency that does not exist",
    { fields: { billing_currency: { column: "c" } } },
    { c: "XXB" },
    "rate, nights",
    'billing_amount: Unknown currency "XXB"',
  ],
  [
    "an amount without its currency",
    { fields: { billing_currency: { column: "c" } } },
    { c: "NULL" },
    "rate, nights",
    "billing_amount: billing_currency is missing",
  ],
  [
    "a status outside of the table",
    { fields: { status: { column: "s", values: { a: "FAILED" } } } },
    { s: "b" },
    "s",
    '"b" is not in the mapping\'s table of status',
  ],
  [
    "a date that does not exist",
    { fields: { created_at: { columns: ["d"], format: "M/D/YYYY" } } },
    { d: "2/30/2015" },
    "d",
    '"2/30/2015" is not a date of the form M/D/YYYY',
  ],
  [
    "a country that does not exist",
    { metadata: { fields: { c: { column: "c", convert: "country_alpha3" } } } },
    { c: "PRX" },
    "c",
    '"PRX" is not an ISO 3166 country code of three letters',
  ],
])("%s is refused with column and reason", (_name, given, values: Record<string, string>, column, reason) => {
  expect(map(given, values).refusals).toEqual([{ line: 7, column, reason }]);
});

test("everything that is wrong with a line is told at once", () => {
  const given = { fields: { created_at: { columns: ["d"], format: "ISO" } } };
  expect(map(given, { rate: "x", nights: "y", d: "z" }).refusals.map(({ column }) => column)).toEqual([
    "rate",
    "nights",
    "d",
  ]);
});

test("numbers in metadata stay what they are: as numbers only where nothing is lost", () => {
  const values = { a: "1.50", b: "-2", c: "0123", d: "1234567890123456", e: "1e5", f: "+1", g: "1,5", h: "text" };
  expect(map({ metadata: { rest: true } }, values)).toMatchObject({
    metadata: { a: 1.5, b: -2, c: "0123", d: "1234567890123456", e: "1e5", f: "+1", g: "1,5", h: "text" },
  });
  expect(map({ metadata: { rest: true, numbers: ["b"] } }, values)).toMatchObject({ metadata: { a: "1.50", b: -2 } });
  expect(map({ decimal_mark: ",", metadata: { rest: true } }, values)).toMatchObject({
    metadata: { a: "1.50", g: 1.5 },
  });
});

test("a column named __proto__ reaches the metadata's rules instead of vanishing", () => {
  const { metadata } = map({ metadata: { rest: true } }, Object.fromEntries([["__proto__", "x"]])) as unknown as {
    metadata: object;
  };
  expect(Object.getOwnPropertyNames(metadata)).toEqual(["__proto__"]);
});

describe("a file that does not fit its mapping is refused as a whole", () => {
  const bind = (fields: string[], given = {}) => bindMapping(mappingOf(given), { line: 1, fields });
  test("columns that it lacks are all named", () => {
    expect(() => bind(["hotel", "x"], { metadata: { exclude: ["gone"] } })).toThrow(
      'The mapping names columns that the file does not have: "rate", "nights", "gone"',
    );
  });
  test("two columns of one name", () => {
    expect(() => bind(["hotel", "rate", "nights", " rate "])).toThrow('The file has two columns "rate"');
  });
  test("a header that is no text", () => {
    expect(() => bind(["hotel", "ra\0te"])).toThrow(
      "The name of column 2 has characters that are not valid UTF-8 text",
    );
  });
});

test.each([
  ["too few values", ["City", "1"], "", "Has 2 values, but the header has 3 columns"],
  ["too many values", ["City", "1", "2", "3"], "", "Has 4 values, but the header has 3 columns"],
  ["a NUL", ["City", "1\0", "2"], "rate", "Has a NUL character"],
  ["broken UTF-8", ["Ci\ufffdty", "1", "2"], "hotel", "Has a character that is not valid UTF-8"],
])("a line with %s is refused", (_name, fields, column, reason) => {
  const mapper = bindMapping(mappingOf(), { line: 1, fields: ["hotel", "rate", "nights"] });
  expect(mapper.check({ line: 3, fields })).toEqual([{ line: 3, column, reason }]);
});

test.each([
  ["an unknown key", { colour: 1 }, "", "Unknown field"],
  [
    "a formula that makes no sense",
    { fields: { billing_amount: { formula: "a +" } } },
    "fields.billing_amount.formula",
    "Expects a column or a number at character 4",
  ],
  [
    "a date without a year",
    { fields: { created_at: { columns: ["d"], format: "M/D" } } },
    "fields.created_at.format",
    "Lacks the year",
  ],
  [
    "a time zone that does not exist",
    { fields: { created_at: { columns: ["d"], format: "ISO", time_zone: "Mars" } } },
    "fields.created_at.time_zone",
    "Must be a time zone",
  ],
  [
    "two sources at once",
    { account: { name: { column: "a", constant: "b" } } },
    "account.name",
    "Give one of column, constant and template",
  ],
  [
    "a table without a column",
    { account: { name: { constant: "b", values: {} } } },
    "account.name",
    "values and convert belong to a column",
  ],
  ["another resource", { resource: "refunds" }, "resource", "Must be one of payment_intents, accounts"],
])("a mapping with %s is refused at its place", (_name, given, path, message) => {
  const issues = importMapping.safeParse({ ...BASE, ...given }).error?.issues ?? [];
  expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
    [path, expect.stringContaining(message)],
  ]);
});
