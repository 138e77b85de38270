import fc from "fast-check";
import { expect, test } from "vitest";
import { keptParts } from "./totals-kept";

const at = (day: string) => `${day}T00:00:00.000Z`;

test("a month is its whole weeks, and the days before and after them", () => {
  expect(keptParts([{ from: at("2026-02-27"), to: at("2026-03-24") }])).toEqual({
    weeks: [{ from: "2026-03-02", to: "2026-03-23" }],
    dates: ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-23"],
  });
});

test("days without a whole week among them are days", () => {
  expect(keptParts([{ from: at("2026-03-03"), to: at("2026-03-05") }])).toEqual({
    weeks: [],
    dates: ["2026-03-03", "2026-03-04"],
  });
  expect(keptParts([{ from: at("2026-03-03"), to: at("2026-03-03") }])).toEqual({ weeks: [], dates: [] });
});

test("open ends are weeks without end", () => {
  expect(keptParts([{ from: null, to: null }])).toEqual({ weeks: [{ from: "-infinity", to: "infinity" }], dates: [] });
  expect(keptParts([{ from: at("2026-03-08"), to: null }])).toEqual({
    weeks: [{ from: "2026-03-09", to: "infinity" }],
    dates: ["2026-03-08"],
  });
});

test("each day of neighbouring ranges is in exactly one part, and no week reaches over two of them", () => {
  const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 8 })
    .map((numbers) => numbers.toSorted((a, b) => a - b).map((n) => new Date(n * 86_400_000).toISOString()));
  fc.assert(
    fc.property(days, (edges) => {
      const ranges = edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to }));
      const { weeks, dates } = keptParts(ranges);
      const held = [...dates];
      for (const { from, to } of weeks)
        for (let ms = Date.parse(from); ms < Date.parse(to); ms += 86_400_000) {
          const date = new Date(ms).toISOString();
          held.push(date.slice(0, 10));
          // Only a Monday can be an edge within weeks.
          if (edges.includes(date)) expect(new Date(ms).getUTCDay()).toBe(1);
        }
      const all: string[] = [];
      for (let ms = Date.parse(edges[0] ?? ""); ms < Date.parse(edges.at(-1) ?? ""); ms += 86_400_000)
        all.push(new Date(ms).toISOString().slice(0, 10));
      expect(held.sort()).toEqual(all);
    }),
  );
});
