import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { AppError } from "./errors";
import {
  defineList,
  encodeCursor,
  type ListDefinition,
  type ListParseOptions,
  type ListQuery,
  links,
  listUrl,
  type ParameterInput,
  parseListParams,
  stateOf,
} from "./list-query";

const list = defineList({
  name: "payment_intents",
  sorts: {
    created: { column: null, type: "text", nullable: false, first: "desc" },
    amount: { column: "amount", type: "number", nullable: false },
    reference: { column: "reference_key", type: "text", nullable: true },
    paid: { column: "paid_at", type: "timestamp", nullable: true },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    status: { kind: "enum", column: "status", values: ["NEW", "PAID", "FAILED"] },
    id: { kind: "uuid", column: "id" },
    account: { kind: "account", column: "account_id" },
    customer_email: { kind: "text", column: "customer_email_key", match: "prefix", lowerCase: true },
    note: { kind: "text", column: "note_key", match: "contains", lowerCase: true },
    reference: { kind: "text", column: "reference", match: "exact", maxLength: 10 },
    amount: { kind: "amountRange", column: "amount" },
    created: { kind: "dateRange", column: "created_at" },
    deleted: { kind: "boolean", column: "deleted_at" },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25, 50, 100],
  defaultSize: 25,
});

const UUID_A = "0190a000-0000-7000-8000-00000000000a";
const UUID_B = "0190a000-0000-7000-8000-00000000000b";

function lenient(input: string | ParameterInput, options: Partial<ListParseOptions> = {}) {
  const parameters = typeof input === "string" ? new URLSearchParams(input) : input;
  return parseListParams(list, parameters, { mode: "lenient", ...options });
}

function strictIssues(input: string) {
  try {
    parseListParams(list, new URLSearchParams(input), { mode: "strict" });
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return error instanceof AppError ? (error.issues ?? []) : [];
  }
  return [];
}

describe("defineList", () => {
  it("infers names and kinds", () => {
    const { filters, sort } = lenient("").query;
    expectTypeOf(filters.amount).toEqualTypeOf<
      { kind: "amountRange"; min: number | null; max: number | null } | undefined
    >();
    expectTypeOf(sort.name).toEqualTypeOf<"created" | "amount" | "reference" | "paid">();
    expectTypeOf<ListQuery<typeof list>>().toExtend<ListQuery>();
    expectTypeOf(list).toExtend<ListDefinition>();
    // @ts-expect-error a filter that the list does not have
    expect(filters.nonsense).toBeUndefined();
  });

  it("refuses what would make two meanings for one parameter", () => {
    const defaultSort = { name: "created", direction: "desc" } as const;
    const wrong = (filters: ListDefinition["filters"]) => () => defineList({ ...list, defaultSort, filters });
    expect(wrong({ sort: { kind: "boolean", column: "x" } })).toThrow("share a parameter");
    expect(wrong({ a: { kind: "amountRange", column: "a" }, a_min: { kind: "boolean", column: "x" } })).toThrow(
      "share a parameter",
    );
    expect(wrong({ "a,b": { kind: "boolean", column: "x" } })).toThrow("snake_case");
    expect(() => defineList({ ...list, defaultSort, defaultSize: 30 })).toThrow("default size");
  });
});

describe("parsing", () => {
  it("gives the defaults for no parameters", () => {
    expect(lenient("")).toEqual({
      query: {
        list: "payment_intents",
        filters: {},
        sort: { name: "created", direction: "desc" },
        thenBy: [],
        size: 25,
        cursor: null,
        direction: "next",
        page: null,
      },
      issues: [],
    });
  });

  it.each([
    ["status=PAID", { status: { kind: "enum", values: ["PAID"] } }],
    ["status=PAID,NEW&status=PAID", { status: { kind: "enum", values: ["NEW", "PAID"] } }],
    [`id=${UUID_B},${UUID_A.toUpperCase()}`, { id: { kind: "uuid", values: [UUID_A, UUID_B] } }],
    [`account=${UUID_A.toUpperCase()}`, { account: { kind: "account", accountId: UUID_A } }],
    ["customer_email=Ann@X.com", { customer_email: { kind: "text", match: "exact", text: "ann@x.com" } }],
    ["customer_email=Ann*", { customer_email: { kind: "text", match: "prefix", text: "ann" } }],
    ["note=*Ann*", { note: { kind: "text", match: "contains", text: "ann" } }],
    ["customer_email=ann\\*", { customer_email: { kind: "text", match: "exact", text: "ann*" } }],
    ["reference=A*", { reference: { kind: "text", match: "exact", text: "A*" } }],
    ["amount_min=100", { amount: { kind: "amountRange", min: 100, max: null } }],
    ["amount_min=-5&amount_max=-5", { amount: { kind: "amountRange", min: -5, max: -5 } }],
    ["deleted=false", { deleted: { kind: "boolean", value: false } }],
    [
      "created_from=2026-03-29&created_to=2026-03-29",
      {
        created: {
          kind: "dateRange",
          from: "2026-03-28T23:00:00.000Z",
          to: "2026-03-29T22:00:00.000Z",
          fromText: "2026-03-29",
          toText: "2026-03-29",
        },
      },
    ],
    [
      "created_to=2026-03-29T10:00:00+02:00",
      {
        created: {
          kind: "dateRange",
          from: null,
          to: "2026-03-29T08:00:00.000Z",
          fromText: null,
          toText: "2026-03-29T10:00:00+02:00",
        },
      },
    ],
    [
      "metadata[b.c]=x&metadata[nights]=3&metadata[tags][]=spa&metadata[a]=*&metadata[a]=\\*",
      {
        metadata: {
          kind: "metadata",
          conditions: [
            { path: "a", text: "*", jsonTexts: null },
            { path: "a", text: "\\*", jsonTexts: ['"*"'] },
            { path: "b.c", text: "x", jsonTexts: ['"x"'] },
            { path: "nights", text: "3", jsonTexts: ['"3"', "3"] },
            { path: "tags[]", text: "spa", jsonTexts: ['"spa"'] },
          ],
        },
      },
    ],
  ])("reads %s", (input, filters) => {
    expect(lenient(input, { timeZone: "Europe/Berlin" })).toMatchObject({ query: { filters }, issues: [] });
    expect(strictIssues(input)).toEqual([]);
  });

  it("reads order, size and page", () => {
    expect(lenient("sort=-amount&size=50&page=3").query).toMatchObject({
      sort: { name: "amount", direction: "desc" },
      size: 50,
      page: 3,
    });
    expect(lenient({ sort: "amount", size: ["100"], page: undefined }).query).toMatchObject({
      sort: { name: "amount", direction: "asc" },
      size: 100,
    });
  });

  it.each([
    ["status=PAID,paid", "status", "Must be one of NEW, PAID, FAILED"],
    ["id=1", "id", "Must be a UUID, or several separated by commas"],
    [
      `id=${Array.from({ length: 101 }, (_, n) => `${UUID_A.slice(0, -3)}${100 + n}`)}`,
      "id",
      "Must be 100 ids at most",
    ],
    [`account=${UUID_A},${UUID_B}`, "account", "Must be a UUID"],
    [`account=${UUID_A}&account=${UUID_A}`, "account", "Must be given once"],
    ["customer_email=*", "customer_email", "Must have at least one character before the star"],
    ["customer_email=a%00b", "customer_email", "Must not contain control characters"],
    ["reference=12345678901", "reference", "Must have 10 characters at most"],
    ["amount_min=1.5", "amount_min", "Must be an integer in minor units of 15 digits at most"],
    ["amount_min=1e3", "amount_min", "Must be an integer in minor units of 15 digits at most"],
    ["amount_max=9999999999999999", "amount_max", "Must be an integer in minor units of 15 digits at most"],
    ["amount_min=2&amount_max=1", "amount_max", "Must not be less than amount_min"],
    [
      "created_from=2026-02-30",
      "created_from",
      "Must be a date such as 2026-01-31, or a date-time with offset such as 2026-01-31T09:30:00Z",
    ],
    ["created_from=2026-02-02&created_to=2026-02-01", "created_to", "Must not be before created_from"],
    ["deleted=yes", "deleted", "Must be true or false"],
    ["metadata[]=1", "metadata[]", "Must name a key, such as metadata[key], metadata[key.nested] or metadata[list][]"],
    [
      "metadata[a..b]=1",
      "metadata[a..b]",
      "Must name a key, such as metadata[key], metadata[key.nested] or metadata[list][]",
    ],
    ["metadata[a=1", "metadata[a", "Must name a key, such as metadata[key], metadata[key.nested] or metadata[list][]"],
    [Array.from({ length: 11 }, (_, n) => `metadata[k${n}]=1`).join("&"), "metadata", "Must be 10 conditions at most"],
    ["metadata=1", "metadata", "Not a parameter of this list"],
    [
      "sort=nonsense",
      "sort",
      "Must be one of created, amount, reference, paid; a minus sign before it turns the order round",
    ],
    [
      "sort=-__proto__",
      "sort",
      "Must be one of created, amount, reference, paid; a minus sign before it turns the order round",
    ],
    ["size=-1", "size", "Must be one of 25, 50, 100"],
    ["size=1000000000000", "size", "Must be one of 25, 50, 100"],
    ["page=0", "page", "Must be a whole number from 1"],
    ["page=1e9", "page", "Must be a whole number from 1"],
    ["page=1000000000", "page", "Must be 400 at most; follow the cursors to go further"],
    ["page=401", "page", "Must be 400 at most; follow the cursors to go further"],
    ["cursor=nonsense", "cursor", "Does not belong to this list in this order; start again without it"],
    ["sort=amount&sort=created", "sort", "Must be given once"],
    ["constructor=1", "constructor", "Not a parameter of this list"],
    ["__proto__=1", "__proto__", "Not a parameter of this list"],
  ])("%s: refused when strict, dropped and told when lenient", (input, name, msg) => {
    const { query, issues } = lenient(input);
    expect(issues).toEqual([{ loc: ["query", name], msg, type: expect.any(String) }]);
    expect(query).toEqual({ ...lenient("").query, filters: expect.any(Object) });
    expect(strictIssues(input)).toEqual(issues);
  });

  it("keeps the good half of a range", () => {
    expect(lenient("amount_min=x&amount_max=5").query.filters.amount).toEqual({
      kind: "amountRange",
      min: null,
      max: 5,
    });
  });

  it("drops empty values silently when lenient, since forms send them, and refuses them when strict", () => {
    expect(lenient("status=&customer_email=+&metadata[a]=&sort=")).toEqual(lenient(""));
    expect(strictIssues("status=&sort=")).toEqual([
      { loc: ["query", "status"], msg: "Must not be empty", type: "empty" },
      { loc: ["query", "sort"], msg: "Must not be empty", type: "empty" },
    ]);
  });

  it("leaves alone what belongs to someone else", () => {
    expect(lenient("columns=a,b&status=NEW", { ignore: ["columns"] }).issues).toEqual([]);
  });

  it("repairs a plus sign that arrives as a space", () => {
    const { query, issues } = lenient({ created_from: "2026-01-01T00:00:00 02:00" });
    expect(issues).toEqual([]);
    expect(query.filters.created?.from).toBe("2025-12-31T22:00:00.000Z");
  });

  it("refuses page and cursor together, and lets the cursor win on a page", () => {
    const key = { values: [], id: UUID_A };
    const cursor = encodeCursor({
      list: list.name,
      sort: { name: "created", direction: "desc" },
      walk: "previous",
      ...key,
    });
    const { query, issues } = lenient(`page=2&cursor=${cursor}`);
    expect(issues.map((issue) => issue.loc)).toEqual([["query", "page"]]);
    expect(query).toMatchObject({ page: null, direction: "previous", cursor: key });
  });
});

describe("links", () => {
  const at = (input: string, page?: { nextCursor: string | null; previousCursor: string | null }) =>
    links(list, lenient(input).query, "/demo/payment-intents", page);

  it("are canonical", () => {
    expect(at("size=25&sort=-created&status=PAID,NEW&page=3").first).toBe("/demo/payment-intents?status=NEW,PAID");
    expect(at("").first).toBe("/demo/payment-intents");
    expect(at("created_from=2026-01-01T00:00:00%2B02:00").first).toBe(
      "/demo/payment-intents?created_from=2026-01-01T00:00:00%2B02:00",
    );
    const { query } = lenient("page=3&size=50");
    expect(listUrl(list, query, "/x")).toBe("/x?size=50&page=3");
  });

  it("keep the parameters of the base path", () => {
    expect(links(list, lenient("deleted=true").query, "/x?columns=a").filter("status", ["NEW", "PAID"])).toBe(
      "/x?columns=a&status=NEW,PAID&deleted=true",
    );
  });

  it("toggle the order, starting in the column's own direction", () => {
    expect(at("").sort("created")).toBe("/demo/payment-intents?sort=created");
    expect(at("sort=created").sort("created")).toBe("/demo/payment-intents");
    expect(at("").sort("amount")).toBe("/demo/payment-intents?sort=-amount");
    expect(at("sort=-amount").sort("amount")).toBe("/demo/payment-intents?sort=amount");
    expect(at("").sort("reference")).toBe("/demo/payment-intents?sort=reference");
  });

  it("turn one of several orders round, and take one away", () => {
    const start = at("sort=-amount,reference&page=3&status=NEW");
    const path = "/demo/payment-intents?status=NEW&sort=";
    expect(start.turnSort("amount")).toBe(`${path}amount,reference`);
    expect(start.turnSort("reference")).toBe(`${path}-amount,-reference`);
    expect(start.turnSort("paid")).toBeNull();
    expect(start.removeSort("amount")).toBe(`${path}reference`);
    expect(start.removeSort("reference")).toBe(`${path}-amount`);
    expect(start.removeSort("paid")).toBeNull();
    expect(at("sort=-amount").removeSort("amount")).toBeNull();
    expect(at("").turnSort("created")).toBe("/demo/payment-intents?sort=created");
  });

  it("set and take away filters one parameter at a time, from the first page", () => {
    const start = at("status=PAID&amount_min=1&amount_max=9&metadata[a]=x&metadata[b][]=y&page=2");
    const rest = "&metadata%5Ba%5D=x&metadata%5Bb%5D%5B%5D=y";
    expect(start.filter("status", "NEW")).toBe(`/demo/payment-intents?status=NEW&amount_min=1&amount_max=9${rest}`);
    expect(start.filter("status", null)).toBe(`/demo/payment-intents?amount_min=1&amount_max=9${rest}`);
    expect(start.filter("amount_min", null)).toBe(`/demo/payment-intents?status=PAID&amount_max=9${rest}`);
    expect(start.filter("amount", null)).toBe(`/demo/payment-intents?status=PAID${rest}`);
    expect(start.filter("metadata", null)).toBe("/demo/payment-intents?status=PAID&amount_min=1&amount_max=9");
    expect(start.filter("metadata[b][]", null)).toBe(
      "/demo/payment-intents?status=PAID&amount_min=1&amount_max=9&metadata%5Ba%5D=x",
    );
    expect(start.filter("unknown", "x")).toBe(start.first);
    expect(start.clear).toBe("/demo/payment-intents");
    expect(start.size(100)).toBe(`${start.first}&size=100`);
  });

  it("lead on by the page's cursors", () => {
    expect(at("")).toMatchObject({ next: null, previous: null });
    expect(at("", { nextCursor: "abc", previousCursor: null })).toMatchObject({
      next: "/demo/payment-intents?cursor=abc",
      previous: null,
    });
    expect(at("status=NEW", { nextCursor: null, previousCursor: "p" }).previous).toBe(
      "/demo/payment-intents?status=NEW&cursor=p",
    );
  });

  it("have a state in plain texts", () => {
    const { query } = lenient("status=PAID,NEW&amount_min=1&metadata[a]=x&metadata[a]=y&sort=amount");
    expect(stateOf(list, query)).toEqual({
      filters: { status: ["NEW", "PAID"], amount_min: ["1"], "metadata[a]": ["x", "y"] },
      sort: { name: "amount", direction: "asc" },
      thenBy: [],
      size: 25,
    });
  });
});

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom("\ud800", "\0", "*", "\\*", "-0"));
const someName = fc.oneof(
  fc.constantFrom(
    "status",
    "id",
    "account",
    "customer_email",
    "note",
    "reference",
    "amount_min",
    "amount_max",
    "created_from",
  ),
  fc.constantFrom("created_to", "deleted", "metadata[a]", "metadata[a.b][]", "sort", "size", "cursor", "page"),
  fc.constantFrom("__proto__", "constructor", "toString", "metadata[__proto__]", "metadata[", "metadata[]", "metadata"),
  anyText,
);
const someValue = fc.oneof(
  fc.constantFrom("NEW", "PAID,NEW", UUID_A, "ann*", "5", "-7", "0", "2026-01-01", "2026-05-01T10:00:00+01:00", "true"),
  fc.constantFrom("amount", "-amount", "50", "1", "3", "a\\*", "a\\\\*", "İ*", "1e9", "NaN", "2999-12-31"),
  anyText,
);

describe("whatever the URL holds", () => {
  it("the lenient parser never throws, the strict one only AppErrors, and what is read survives its own link", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someName, someValue), { maxLength: 8 }), (entries) => {
        const record = Object.fromEntries(
          entries.map(([name, value], index) => [name, index % 2 ? [value, value] : value]),
        );
        expect(() => lenient(record)).not.toThrow();
        const { query } = lenient(new URLSearchParams(entries));
        const url = new URL(listUrl(list, query, "http://host/path"));
        expect(lenient(url.searchParams)).toEqual({ query, issues: [] });
        expect(parseListParams(list, url.searchParams, { mode: "strict" }).query).toEqual(query);
        const state = new URLSearchParams();
        for (const [name, values] of Object.entries(stateOf(list, query).filters)) {
          for (const value of values) state.append(name, value);
        }
        expect(lenient(state).query.filters).toEqual(query.filters);
        strictIssues(new URLSearchParams(entries).toString());
      }),
      { numRuns: 500 },
    );
  });
});
