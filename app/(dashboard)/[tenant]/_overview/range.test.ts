import { describe, expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { comparedWith, rangeTexts } from "./periods";
import { rangeSentence, readOverview } from "./range";

const AUCKLAND = { timeZone: "Pacific/Auckland" };
const READER = { ...DEFAULT_TIME_FORMAT, ...AUCKLAND };
// Already the next day in Auckland: 21 November, three in the morning.
const T = englishTexts("server.overview");
const NOW = new Date("2026-11-20T14:00:00Z");

const read = (parameters: Record<string, string>) => readOverview(T, parameters, AUCKLAND, NOW);
const shown = (parameters: Record<string, string>) => rangeTexts(read(parameters).query.period, AUCKLAND.timeZone);

describe("the overview's range", () => {
  test("is the last 30 days on the person's calendar, unless the address says otherwise", () => {
    expect(shown({})).toEqual({ fromText: "2026-10-23", toText: "2026-11-21" });
    expect(read({}).query.period.buckets).toHaveLength(30);
    expect(read({}).issues).toEqual([]);
  });

  test("leaves out what is still to come", () => {
    expect(shown({ created: "this-month" })).toEqual({ fromText: "2026-11-01", toText: "2026-11-21" });
    expect(shown({ created_from: "2026-01-01" })).toEqual({ fromText: "2026-01-01", toText: "2026-11-21" });
    expect(read({ created: "today" }).query.period).toMatchObject({ interval: "hour" });
    expect(read({ created: "this-year" }).query.period).toMatchObject({ interval: "month" });
  });

  test("is the default again for a wrong one, which is reported", () => {
    const { query, issues } = read({ created_from: "yesterday", status: "FAILED", compare: "year" });
    expect(rangeTexts(query.period, AUCKLAND.timeZone).fromText).toBe("2026-10-23");
    expect(query.comparison).toBe("year");
    expect(issues.map(({ loc }) => loc[1])).toEqual(["status", "created_from"]);
    expect(read({ created_from: "1950-01-01" }).issues).toMatchObject([{ loc: ["query", "created_from"] }]);
  });

  test("is told in words, with what it is compared with", () => {
    expect(rangeSentence(T, read({ compare: "none" }).query, READER)).toBe(
      "23 Oct 2026 – 21 Nov 2026, Pacific/Auckland",
    );
    expect(rangeSentence(T, read({ created: "last-month" }).query, READER)).toBe(
      "1 Oct 2026 – 31 Oct 2026, Pacific/Auckland, compared with 1 Sep 2026 – 30 Sep 2026",
    );
    expect(rangeSentence(T, read({ compare: "none" }).query, { ...READER, locale: "ar-XB" })).toBe(
      "\u206823 Oct 2026 – 21 Nov 2026\u2069, Pacific/Auckland",
    );
  });
});

describe("a range is compared with", () => {
  const compared = (
    from: string,
    to: string,
    comparison: "previous" | "year",
    now = new Date("2030-01-01T00:00:00Z"),
  ) => {
    const { query } = readOverview(T, { created_from: from, created_to: to }, AUCKLAND, now);
    const range = comparedWith(query.period, comparison, AUCKLAND.timeZone, now);
    return range && Object.values(rangeTexts(range, AUCKLAND.timeZone)).join(" ");
  };

  test.each([
    ["as many days before", "2026-03-10", "2026-04-10", "2026-02-06 2026-03-09"],
    ["the whole month before", "2026-03-01", "2026-03-31", "2026-02-01 2026-02-28"],
    ["the same days of the month before", "2026-03-01", "2026-03-30", "2026-02-01 2026-02-28"],
    ["the quarter before", "2026-04-01", "2026-06-30", "2026-01-01 2026-03-31"],
    ["the same days of the quarter before", "2026-04-01", "2026-05-12", "2026-01-01 2026-02-12"],
    ["as many months before", "2026-01-01", "2026-12-31", "2025-01-01 2025-12-31"],
  ])("%s", (_name, from, to, expected) => {
    expect(compared(from, to, "previous")).toBe(expected);
  });

  test("the same days of the year before, also from a leap day on", () => {
    expect(compared("2026-03-10", "2026-04-10", "year")).toBe("2025-03-10 2025-04-10");
    expect(compared("2028-02-29", "2028-02-29", "year")).toBe("2027-02-28 2027-02-28");
  });

  test("as much time as has passed of it", () => {
    // Three hours of the day are over.
    expect(compared("2026-11-21", "2026-11-21", "previous", NOW)).toBe("2026-11-19T11:00:00Z 2026-11-19T14:00:00Z");
  });
});
