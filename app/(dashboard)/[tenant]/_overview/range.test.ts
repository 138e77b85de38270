import { describe, expect, test } from "vitest";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { rangeChoices, rangeText, readOverview } from "./range";

const PERSON = { timeZone: "Pacific/Auckland" };
// Already the next day in Auckland.
const CHOICES = rangeChoices(PERSON.timeZone, new Date("2026-11-20T14:00:00Z"));

describe("the overview's range", () => {
  test("is the last 30 days on the person's calendar, unless the address says otherwise", () => {
    const { query, issues } = readOverview({}, PERSON, CHOICES);
    expect(query.filters.created).toMatchObject({ fromText: "2026-10-23", toText: "2026-11-21" });
    expect(issues).toEqual([]);
  });

  test("is the address's own, open ends included", () => {
    const { query } = readOverview({ created_from: "2026-01-01", currency: "EUR" }, PERSON, CHOICES);
    expect(query.filters.created).toMatchObject({ fromText: "2026-01-01", toText: null });
    expect(query.filters.currency).toEqual({ kind: "enum", values: ["EUR"] });
  });

  test("is the default again for a wrong one, which is reported", () => {
    const { query, issues } = readOverview({ created_from: "yesterday", status: "FAILED" }, PERSON, CHOICES);
    expect(query.filters.created?.fromText).toBe("2026-10-23");
    expect(issues.map(({ loc }) => loc[1])).toEqual(["status", "created_from"]);
  });
});

test("a range is told in words, open ends included", () => {
  const words = (parameters: Record<string, string>) =>
    rangeText(readOverview(parameters, PERSON, CHOICES).query.filters, { ...DEFAULT_TIME_FORMAT, ...PERSON });
  expect(words({})).toBe("23 Oct 2026 – 21 Nov 2026");
  expect(words({ created_from: "2026-11-01", created_to: "2026-11-01" })).toBe("1 Nov 2026");
  expect(words({ created_from: "2026-11-01" })).toBe("From 1 Nov 2026");
  expect(words({ created_to: "2026-11-01T00:00:00Z" })).toBe("Until 1 Nov 2026, 13:00");
});
