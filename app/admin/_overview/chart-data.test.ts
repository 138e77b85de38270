import { expect, test } from "vitest";
import type { PlatformTotals } from "@/lib/platform-totals/schema";
import { englishTexts } from "@/lib/testing/texts";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { failuresChart, volumeChart } from "./chart-data";
import { overviewHref, readRange } from "./range";

const t = englishTexts("server.platform");

const totals = (given: Partial<PlatformTotals>): PlatformTotals => ({
  ...{ from: "2026-03-30", to: "2026-03-31", currencies: [], currency: "EUR" },
  volume: [
    { day: "2026-03-30", count: 0, amount: 0 },
    { day: "2026-03-31", count: 2, amount: 1_234_567 },
  ],
  failures: [],
  active_tenants: [],
  ...{ tenants: { active: 0, suspended: 0, closed: 0 }, mails_failed: 0, jobs_failed: 0 },
  ...given,
});

test("the scale of amounts is round in the currency's main unit, whatever its decimals", () => {
  const topOf = (currency: string) => volumeChart(t, totals({ currency }), currency, DEFAULT_TIME_FORMAT).ticks.at(-1);
  expect(topOf("EUR")).toEqual({ value: 1_500_000, text: "15K" });
  expect(topOf("JPY")).toEqual({ value: 1_500_000, text: "1.5M" });
  expect(topOf("BHD")).toEqual({ value: 1_500_000, text: "1.5K" });
  const { days } = volumeChart(t, totals({}), "EUR", DEFAULT_TIME_FORMAT);
  expect(days[1]).toEqual({ label: "31 Mar 2026", values: [1_234_567], texts: ["€12,345.67 · 2 payments"] });
});

test("amounts are written as the page's language does", () => {
  const { days } = volumeChart(t, totals({}), "EUR", { ...DEFAULT_TIME_FORMAT, locale: "de" });
  expect(days[1]?.texts).toEqual(["12.345,67\u00a0€ · 2 payments"]);
});

test("failures are stacked by the providers that have some", () => {
  const chart = failuresChart(
    t,
    totals({
      failures: [
        { day: "2026-03-30", provider: "stripe", count: 2 },
        { day: "2026-03-31", provider: null, count: 1 },
      ],
    }),
    DEFAULT_TIME_FORMAT,
  );
  expect(chart.series.map(({ label }) => label)).toEqual(["Stripe", "No provider"]);
  expect(chart.days.map(({ values }) => values)).toEqual([
    [2, 0],
    [0, 1],
  ]);
});

test("the address says range and currency, and what is wrong in it is left out", () => {
  expect(readRange({})).toEqual({ days: 30 });
  expect(readRange({ days: "90", currency: "USD" })).toEqual({ days: 90, currency: "USD" });
  for (const wrong of [{ days: "31" }, { currency: "EURO" }, { days: ["30", "90"] }])
    expect(readRange(wrong)).toEqual({ days: 30 });
  expect(overviewHref({ days: 30 })).toBe("/admin");
  expect(overviewHref({ days: 90, currency: "USD" })).toBe("/admin?days=90&currency=USD");
});
