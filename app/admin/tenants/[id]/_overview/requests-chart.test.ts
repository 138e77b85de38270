import { expect, test } from "vitest";
import { englishTexts } from "@/lib/testing/texts";
import { DEFAULT_TIME_FORMAT } from "@/lib/time";
import { requestsChart } from "./requests-chart";

const day = (day: string, count: number, client_errors = 0, server_errors = 0) => ({
  day,
  count,
  client_errors,
  server_errors,
});

const t = englishTexts("server.adminTenants");

test("requests are split by what became of them, each counted once", () => {
  const { series, days, ticks } = requestsChart(
    t,
    [day("2026-01-30", 10, 3, 2), day("2026-01-31", 1234)],
    DEFAULT_TIME_FORMAT,
  );
  expect(series.map(({ label }) => label)).toEqual(["Answered", "Refused (4xx)", "Failed (5xx)"]);
  expect(days[0]?.values).toEqual([5, 3, 2]);
  expect(days[1]).toEqual({ label: "31 Jan 2026", values: [1234, 0, 0], texts: ["1,234", "0", "0"] });
  expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(1234);
});

test("what never happened has no series", () => {
  const { series } = requestsChart(t, [day("2026-01-30", 2), day("2026-01-31", 0)], DEFAULT_TIME_FORMAT);
  expect(series).toEqual([{ label: "Answered", tone: "accent" }]);
});
