import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "./errors";
import { grammarOf, type NamedValues, readQuery } from "./list-grammar";
import { printQuery } from "./list-grammar-print";
import { defineList, listUrl, parseListParams } from "./list-query";

const list = defineList({
  name: "payment_intents",
  sorts: { created: { column: null, type: "timestamp", nullable: false } },
  defaultSort: { name: "created", direction: "desc" },
  filters: {
    account: { kind: "account", column: "account_id" },
    status: { kind: "enum", column: "status", values: ["PAID", "FAILED", "REQUIRES_CAPTURE"] },
    currency: { kind: "enum", column: "currency", values: ["EUR", "JPY", "KWD"] },
    versions: { kind: "enum", column: "version", values: ["latest", "all"], neverNegated: true },
    user: { kind: "uuid", column: "user_id" },
    amount: { kind: "amountRange", column: "amount" },
    created: { kind: "dateRange", column: "created_at" },
    customer_email: { kind: "text", column: "email_key", match: "prefix", lowerCase: true },
    reference: { kind: "text", column: "reference_key", match: "contains" },
    deleted: { kind: "boolean", column: "deleted_at" },
    metadata: { kind: "metadata", column: "metadata" },
  },
  sizes: [25],
  defaultSize: 25,
});

const LISBON = "0190a000-0000-7000-8000-00000000000a";
const PORTO = "0190a000-0000-7000-8000-00000000000b";
const ANN = "0190a000-0000-7000-8000-00000000000c";
const names: NamedValues = {
  account: [
    { value: LISBON, label: "Grand Hotel Lisbon" },
    { value: PORTO, label: "Grand Hotel Porto" },
  ],
  user: [{ value: ANN, label: "Ann Smith, CFO" }],
};
const filters = grammarOf(list, names);
const options = {
  reading: { timeZone: "Europe/Lisbon", now: new Date("2026-11-22T10:00:00Z") },
  currency: "EUR",
} as const;

const read = (text: string) => {
  const { parameters, problems } = readQuery(text, filters, options);
  return {
    parameters: [...parameters].flatMap(([name, texts]) => texts.map((one) => `${name}=${one}`)),
    problems: problems.map(({ start, end, msg }) => `${text.slice(start, end)} | ${msg}`),
  };
};

describe("a query", () => {
  it.each([
    ["status:failed", ["status=FAILED"]],
    ["status:Failed,paid", ["status=FAILED", "status=PAID"]],
    ['status:requires-capture status:"requires capture"', ["status=REQUIRES_CAPTURE", "status=REQUIRES_CAPTURE"]],
    ["status=paid", ["status=PAID"]],
    ["-status:failed", ["status_not=FAILED"]],
    ["account:lisbon", [`account=${LISBON}`]],
    ['account:"grand hotel porto"', [`account=${PORTO}`]],
    [`account:${PORTO.toUpperCase()}`, [`account=${PORTO}`]],
    ["-account:lisbon,porto", [`account_not=${LISBON}`, `account_not=${PORTO}`]],
    ["user:ann", [`user=${ANN}`]],
    ["email:ann*", ["customer_email=ann*"]],
    ["customer-email:ann@x.com -email:ann.b*", ["customer_email=ann@x.com", "customer_email_not=ann.b*"]],
    ["reference:10,5", ["reference=10,5"]],
    ['reference:"two words"', ["reference=two words"]],
    ['reference:"a \\"b\\" \\\\c"', ['reference=a "b" \\c']],
    ["booking 12", ["reference=*booking 12*"]],
    ['"status:failed"', ["reference=*status:failed*"]],
    ["bo", ["reference=bo*"]],
    ["-booking", ["reference_not=*booking*"]],
    ["booking*", ["reference=booking*"]],
    ["amount>100", ["amount_min=10001"]],
    ["amount>=100.50 amount<200", ["amount_min=10050", "amount_max=19999"]],
    ["amount:100", ["amount_min=10000", "amount_max=10000"]],
    ["amount:<=5", ["amount_max=500"]],
    ["amount:100..200", ["amount_min=10000", "amount_max=20000"]],
    ["amount:..200", ["amount_max=20000"]],
    ["amount>100 currency:jpy", ["currency=JPY", "amount_min=101"]],
    ["amount>=0.005 currency:KWD", ["currency=KWD", "amount_min=5"]],
    ["created:last-30d", ["created=last-30d"]],
    ["created:Today", ["created=today"]],
    ["created:2026-02", ["created_from=2026-02-01", "created_to=2026-02-28"]],
    ["created:2026", ["created_from=2026-01-01", "created_to=2026-12-31"]],
    ["created:2026-01-05", ["created_from=2026-01-05", "created_to=2026-01-05"]],
    ["created:2026-01-01..2026-02", ["created_from=2026-01-01", "created_to=2026-02-28"]],
    ["created:>2026-01-31", ["created_from=2026-02-01"]],
    ["created<2026-01", ["created_to=2025-12-31"]],
    ["created>=2026-01-31T09:30:00Z", ["created_from=2026-01-31T09:30:00Z"]],
    ["created<2026-01-31T09:30:00+01:00", ["created_to=2026-01-31T09:30:00+01:00"]],
    ["deleted:yes", ["deleted=true"]],
    ["-deleted:true", ["deleted=false"]],
    ["metadata.hotel:City", ["metadata[hotel]=City"]],
    ["metadata.booking.nights:3 metadata.tags[]:spa", ["metadata[booking.nights]=3", "metadata[tags][]=spa"]],
    ['metadata."a b":"c d" -metadata.x:1', ["metadata[a b]=c d", "metadata_not[x]=1"]],
    ["has:metadata.hotel -has:room", ["metadata[hotel]=*", "metadata_not[room]=*"]],
    ["", []],
    ["  \t\n ", []],
  ])("%s is read", (text, parameters) => {
    expect(read(text)).toEqual({ parameters: expect.arrayContaining(parameters), problems: [] });
    expect(read(text).parameters).toHaveLength(parameters.length);
  });

  it.each([
    ["status:lost", "lost | status: Must be one of paid, failed, requires_capture"],
    ["account:grand", "grand | “grand” may be Grand Hotel Lisbon, Grand Hotel Porto: write more of the name"],
    ["account:rome", "rome | account: There is no “rome”"],
    ["account:lisbon,porto", "account:lisbon,porto | account takes one value"],
    ["user:bob", "bob | user: There is no “bob”"],
    ["amount>ten", "amount>ten | amount: Enter a number, such as 1234.50"],
    ["amount>1.234", "amount>1.234 | amount: EUR has 2 decimals at most"],
    ["status>paid", "status>paid | status has no order: write status:value"],
    ["-amount>5", "-amount>5 | amount cannot be turned round"],
    ["-versions:all", "-versions:all | versions cannot be turned round"],
    ["deleted:maybe", "maybe | deleted is true or false"],
    ["status:", "status: | Write a value behind status"],
    ["metadata:x", "metadata:x | Name a key: metadata.key:value"],
    ["status.x:1", "status.x:1 | status has no keys"],
    ['reference:"open', 'reference:"open | A quotation mark has no end'],
    ["reference:*ab*", "reference:*ab* | reference: Must have at least 3 characters between the stars"],
    ["reference:abc reference:def", "reference:def | reference: Must be given once"],
    ["created:2026-01-31T09:30:00Z", "created:2026-01-31T09:30:00Z | created: Write >= or < before a moment"],
    ["amount>200 amount<100", "amount<100 | amount_max: Must not be less than amount_min"],
  ])("%s is told what is wrong, and where", (text, problem) => {
    expect(read(text).problems).toEqual([problem]);
  });

  it("names the filters there are where one is unknown", () => {
    expect(read("status:failed nonsense:x").problems).toEqual([
      expect.stringMatching(
        /^nonsense:x \| There is no filter “nonsense”. There are: account, status, .*write "nonsense:x"$/,
      ),
    ]);
    expect(read("status:failed nonsense:x").parameters).toEqual(["status=FAILED"]);
  });

  it("means the same as the parameters, as q of the API and of a page", () => {
    const parse = (given: Record<string, string>) =>
      parseListParams(list, given, { mode: "strict", names, now: options.reading.now, timeZone: "Europe/Lisbon" })
        .query;
    expect(parse({ q: "status:failed amount>100 -account:lisbon created:last-30d email:ann*" })).toEqual(
      parse({
        status: "FAILED",
        amount_min: "10001",
        account_not: LISBON,
        created: "last-30d",
        customer_email: "ann*",
      }),
    );
    expect(parse({ q: "amount>100", currency: "JPY" }).filters.amount?.min).toBe(101);
  });

  it("is refused by the API with the place of what is wrong, and read as far as it goes by a page", () => {
    const strict = () => parseListParams(list, { q: "status:paid account:nowhere" }, { mode: "strict", names });
    expect(strict).toThrow(AppError);
    const { query, issues } = parseListParams(list, { q: "status:paid account:nowhere" }, { mode: "lenient", names });
    expect(query.filters).toEqual({ status: { kind: "enum", values: ["PAID"] } });
    expect(issues).toEqual([
      { loc: ["query", "q"], msg: "account: There is no “nowhere” (at character 21)", type: "query" },
    ]);
  });

  it("does not quietly overrule a parameter", () => {
    const { query, issues } = parseListParams(list, { q: "status:paid", status: "FAILED" }, { mode: "lenient" });
    expect(query.filters).toEqual({ status: { kind: "enum", values: ["FAILED"] } });
    expect(issues).toMatchObject([{ loc: ["query", "q"], type: "conflict" }]);
  });
});

const someText = fc.oneof(
  fc.constantFrom(
    "ann*",
    "*ann*",
    'a"b',
    "a\\*",
    "a b",
    "a,b",
    ">5",
    "<=",
    "has:x",
    "-x",
    "..",
    '"',
    "\\",
    "\\*a",
    "x:y",
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
);
const someKey = fc.oneof(fc.constantFrom("a", "a.b", "tags[]", "a b", 'a"b', "a:b", "a]b", "\\"), someText);
const someDay = fc.constantFrom("2026-01-01", "2026-01-31", "2026-02-28", "2026-05-01T10:00:00+01:00");
const someAmount = fc.oneof(
  fc.constantFrom("0", "1", "-1", "10001", "9999", "100", "-10000"),
  fc.integer().map(String),
);
const someParameter = fc.oneof(
  fc.tuple(fc.constantFrom("status", "status_not"), fc.constantFrom("PAID", "FAILED,PAID", "REQUIRES_CAPTURE")),
  fc.tuple(fc.constantFrom("currency", "currency_not"), fc.constantFrom("EUR", "JPY", "KWD", "EUR,JPY")),
  fc.tuple(fc.constantFrom("account", "account_not", "user", "user_not"), fc.constantFrom(LISBON, PORTO, ANN)),
  fc.tuple(fc.constantFrom("account_not", "user"), fc.constantFrom(`${LISBON},${ANN}`)),
  fc.tuple(fc.constantFrom("customer_email", "customer_email_not", "reference", "reference_not"), someText),
  fc.tuple(fc.constantFrom("amount_min", "amount_max"), someAmount),
  fc.tuple(fc.constantFrom("created_from", "created_to"), someDay),
  fc.tuple(fc.constant("created"), fc.constantFrom("today", "last-30d", "last-12w", "this-quarter", "last-24h")),
  fc.tuple(fc.constantFrom("deleted", "versions"), fc.constantFrom("true", "false", "all", "latest")),
  fc.tuple(
    someKey.map((key) => (key.endsWith("[]") ? `metadata[${key.slice(0, -2)}][]` : `metadata[${key}]`)),
    someText,
  ),
  fc.tuple(
    someKey.map((key) => `metadata_not[${key}]`),
    fc.oneof(someText, fc.constant("*")),
  ),
);

function canonical(parameters: URLSearchParams): { query: unknown; parameters: Map<string, string[]> } {
  const { query } = parseListParams(list, parameters, {
    mode: "lenient",
    now: options.reading.now,
    timeZone: "Europe/Lisbon",
  });
  const printed = new URL(listUrl(list, query, "http://host/")).searchParams;
  const map = new Map<string, string[]>();
  for (const [name, text] of printed) map.set(name, [...(map.get(name) ?? []), text]);
  return { query, parameters: map };
}

describe("whatever is asked for", () => {
  it("a query that was printed says the same when it is read, and is printed the same again", () => {
    fc.assert(
      fc.property(
        fc.array(someParameter, { maxLength: 8 }),
        fc.constantFrom("EUR", "JPY", "KWD"),
        (given, currency) => {
          const before = canonical(new URLSearchParams(given));
          const text = printQuery(before.parameters, filters, currency);
          const { parameters, problems } = readQuery(text, filters, { ...options, currency });
          expect(problems, text).toEqual([]);
          const after = canonical(
            new URLSearchParams([...parameters].flatMap(([name, texts]) => texts.map((one) => [name, one]))),
          );
          expect(after.query, text).toEqual(before.query);
          expect(printQuery(after.parameters, filters, currency)).toBe(text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reading never throws, and its problems lie within the text", () => {
    const part = fc.oneof(
      fc.constantFrom(
        "status:",
        "-",
        "amount>",
        "created:",
        "has:",
        "metadata.",
        '"',
        "\\",
        ",",
        " ",
        "..",
        "<=",
        "=",
        "*",
      ),
      someText,
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        for (const { start, end, msg } of readQuery(text, filters, options).problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThanOrEqual(end);
          expect(msg).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a text too long to be a query is refused", () => {
    expect(read(`reference:${"a".repeat(3000)}`).problems).toHaveLength(1);
  });
});
