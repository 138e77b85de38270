import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, MAX_CURSOR_LENGTH } from "./cursor";
import { defineList, type ListQuery, type Page, pageOf, parseListParams, TOTAL_CAP, toApiPage } from "./list-query";

interface Row {
  id: string;
  amount: number;
  name: string | null;
}

const list = defineList({
  name: "rows",
  sorts: {
    created: { column: null, type: "text", nullable: false },
    amount: { column: "amount", type: "number", nullable: false },
    name: { column: "name", type: "text", nullable: true },
  },
  defaultSort: { name: "created", direction: "desc" },
  filters: {},
  sizes: [1, 2, 3, 7],
  defaultSize: 3,
});
type Query = ListQuery<typeof list>;

const idOf = (n: number) => `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

function valuesOf(row: Row, { sort }: Query): (string | number | null)[] {
  return sort.name === "created" ? [] : [row[sort.name]];
}

/** The order a list has in SQL: value, then id, nulls last, all of it turned round when descending. */
function compare(one: { values: readonly unknown[]; id: string }, other: typeof one, { sort }: Query): number {
  const [a = "", b = ""] = [one.values[0], other.values[0]] as (string | number | null | undefined)[];
  const byValue = a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
  const ascending = byValue || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
  return sort.direction === "asc" ? ascending : -ascending;
}

/** What the database would answer, written without any of the code under test. */
function select(table: readonly Row[], query: Query): Page<Row> {
  const keyed = table.map((row) => ({ row, values: valuesOf(row, query), id: row.id }));
  const { cursor } = query;
  const forward = query.direction === "next";
  const found = keyed
    .filter((one) => !cursor || (forward ? compare(one, cursor, query) > 0 : compare(one, cursor, query) < 0))
    .sort((one, other) => (forward ? compare(one, other, query) : compare(other, one, query)))
    .slice(((query.page ?? 1) - 1) * query.size)
    .slice(0, query.size + 1)
    .map(({ row }) => row);
  return pageOf(query, found, table.length, (row) => ({ values: valuesOf(row, query), id: row.id }));
}

function parse(parameters: Record<string, string>): Query {
  return parseListParams(list, parameters, { mode: "strict" }).query;
}

const row = fc.record({
  amount: fc.integer({ min: 0, max: 3 }),
  name: fc.option(fc.constantFrom("", "a", "b", "Ü", "\u{1f600}")),
});
const rows = (max: number) => fc.array(row, { maxLength: max });

describe("walking a list by cursor", () => {
  it("gives each row that was there throughout exactly once, forwards and backwards, with ties and inserts", () => {
    fc.assert(
      fc.property(
        rows(20),
        fc.array(rows(2), { maxLength: 30 }),
        fc.shuffledSubarray(
          Array.from({ length: 100 }, (_, n) => n),
          { minLength: 100 },
        ),
        fc.constantFrom("created", "-created", "amount", "-amount", "name", "-name"),
        fc.constantFrom("1", "2", "3", "7"),
        (initial, inserts, ids, sort, size) => {
          const table: Row[] = initial.map((one, index) => ({ ...one, id: idOf(ids[index] ?? index) }));
          const stable = table.map((one) => one.id).sort();
          const waiting = [...inserts];
          const next = (parameters: Record<string, string>) => {
            const page = select(table, parse({ sort, size, ...parameters }));
            for (const one of waiting.shift() ?? []) {
              table.push({ ...one, id: idOf(ids[table.length] ?? 1_000 + table.length) });
            }
            return page;
          };
          const walk = (start: Page<Row>, follow: (page: Page<Row>) => string | null) => {
            const seen = [...start.items];
            let last = start;
            for (let cursor = follow(start); cursor; cursor = follow(last)) {
              last = next({ cursor });
              seen.push(...last.items);
            }
            const ids = seen.map((one) => one.id);
            expect(new Set(ids).size).toBe(ids.length);
            expect(ids.filter((id) => stable.includes(id)).sort()).toEqual(stable);
            return last;
          };
          const last = walk(next({}), (page) => page.nextCursor);
          // Rows may have come before the first page meanwhile: the walk back has to end at the very first row.
          const first = walk(last, (page) => page.previousCursor);
          expect(first.previousCursor).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it("meets the pages by number on the way", () => {
    const table = Array.from({ length: 8 }, (_, n) => ({ id: idOf(n), amount: n % 2, name: null }));
    const second = select(table, parse({ sort: "amount", page: "2" }));
    expect(second).toMatchObject({ page: 2, pages: 3, total: 8, totalIsCapped: false, size: 3 });
    const first = select(table, parse({ sort: "amount", cursor: second.previousCursor ?? "" }));
    expect(first.items).toEqual(select(table, parse({ sort: "amount" })).items);
    expect(first).toMatchObject({ page: null, previousCursor: null });
    expect(select(table, parse({ sort: "amount", cursor: first.nextCursor ?? "" })).items).toEqual(second.items);
    const third = select(table, parse({ sort: "amount", cursor: second.nextCursor ?? "" }));
    expect(third.items).toEqual(select(table, parse({ sort: "amount", page: "3" })).items);
    expect(third.nextCursor).toBeNull();
  });
});

describe("pages", () => {
  it("say when the total is capped", () => {
    expect(pageOf(parse({}), [], TOTAL_CAP, () => ({ values: [], id: "" }))).toMatchObject({
      total: TOTAL_CAP,
      totalIsCapped: false,
    });
    expect(pageOf(parse({}), [], TOTAL_CAP + 1, () => ({ values: [], id: "" }))).toMatchObject({
      total: TOTAL_CAP,
      totalIsCapped: true,
      pages: 3_334,
    });
  });

  it("are written in the API's names, without what the item's function leaves out", () => {
    const page = select([{ id: idOf(1), amount: 5, name: "secret" }], parse({}));
    expect(toApiPage(page, ({ id, amount }) => ({ id, amount }))).toEqual({
      items: [{ id: idOf(1), amount: 5 }],
      total: 1,
      total_is_capped: false,
      page: 1,
      size: 3,
      pages: 1,
      next_cursor: null,
      previous_cursor: null,
    });
  });
});

describe("cursors", () => {
  const sort = { name: "name", direction: "asc" } as const;
  const good = { list: "rows", sort, walk: "next", values: ["Ü\u{1f600}\n"], id: idOf(1) } as const;
  const decode = (text: string, type: "text" | "number" | "timestamp" = "text", nullable = true) =>
    decodeCursor(text, "rows", [sort], [{ column: "name", type, nullable }]);
  const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

  it("come back as they were", () => {
    expect(decode(encodeCursor(good))).toEqual(good);
    expect(decode(encodeCursor({ ...good, values: [null] }))).toMatchObject({ values: [null] });
    const time = "2026-01-31T09:30:00.123456Z";
    expect(decode(encodeCursor({ ...good, values: [time] }), "timestamp")).toMatchObject({ values: [time] });
  });

  it.each([
    ["of another list", encodeCursor({ ...good, list: "others" })],
    ["of another order", encodeCursor({ ...good, sort: { name: "amount", direction: "asc" } })],
    ["of the other direction", encodeCursor({ ...good, sort: { name: "name", direction: "desc" } })],
    ["of another version", raw([2, "rows", "name", "asc", "next", ["a"], idOf(1)])],
    ["of an unknown walk", raw([1, "rows", "name", "asc", "sideways", ["a"], idOf(1)])],
    ["with an id that is none", encodeCursor({ ...good, id: "1; drop table" })],
    ["with a value too many", encodeCursor({ ...good, values: ["a", "b"] })],
    ["without its value", encodeCursor({ ...good, values: [] })],
    ["with a number for a text", encodeCursor({ ...good, values: [1] })],
    ["with NUL", encodeCursor({ ...good, values: ["a\0"] })],
    ["with half a character", raw([1, "rows", "name", "asc", "next", ["\ud800"], idOf(1)])],
    ["with an object for a value", raw([1, "rows", "name", "asc", "next", [{}], idOf(1)])],
    ["with more parts", raw([1, "rows", "name", "asc", "next", ["a"], idOf(1), 0])],
    ["that is no list", raw({ length: 7 })],
    ["cut short", encodeCursor(good).slice(0, -5)],
    ["not base64", "%%%"],
    [
      "not UTF-8",
      Buffer.from(JSON.stringify([1, "rows", "name", "asc", "next", ["\xe9"], idOf(1)]), "latin1").toString(
        "base64url",
      ),
    ],
    ["too long", encodeCursor({ ...good, values: ["a".repeat(MAX_CURSOR_LENGTH)] })],
    ["empty", ""],
  ])("%s are refused", (_what, text) => {
    expect(decode(text)).toBeNull();
  });

  it("of a wrong type for their column are refused", () => {
    expect(decode(encodeCursor({ ...good, values: [null] }), "text", false)).toBeNull();
    expect(decode(encodeCursor({ ...good, values: [1.5] }), "number")).toBeNull();
    expect(decode(encodeCursor({ ...good, values: [2 ** 60] }), "number")).toBeNull();
    expect(decode(encodeCursor({ ...good, values: ["2026-02-30T00:00:00Z"] }), "timestamp")).toBeNull();
    expect(decode(encodeCursor({ ...good, values: ["infinity"] }), "timestamp")).toBeNull();
  });

  it("never make the decoder throw", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.base64String(),
          fc.json().map((text) => btoa(encodeURI(text))),
        ),
        (text) => {
          expect(() => decode(text)).not.toThrow();
        },
      ),
    );
  });
});
