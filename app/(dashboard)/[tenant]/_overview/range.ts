import { DATE_PRESETS } from "@/components/data-table/date-presets";
import type { FieldIssue } from "@/lib/errors";
import type { SearchParams } from "@/lib/http/page";
import { defineList, type ListQuery } from "@/lib/list-query";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { formatTime, isCalendarDate, type TimeFormat } from "@/lib/time";
import { readList } from "../list-state";

const { account, currency, created } = paymentIntentList.filters;

/** What the overview can be narrowed by: a part of what the list of payments takes, under the same names. */
export const overviewList = defineList({
  ...paymentIntentList,
  defaultSort: { name: "created", direction: "desc" },
  filters: { account, currency, created },
});

export type OverviewQuery = ListQuery<typeof overviewList>;

/** One range to choose, in whole days of the person's zone. */
export interface RangeChoice {
  label: string;
  created_from: string;
  created_to: string;
  /** In effect where the address names no range. */
  isDefault: boolean;
}

const DEFAULT_LABEL = "Last 30 days";

/** The ranges to choose from, at the moment `now`. */
export function rangeChoices(timeZone: string, now: Date): RangeChoice[] {
  return DATE_PRESETS.map(({ label, range }) => {
    const { from, to } = range(now, timeZone);
    return { label, created_from: from, created_to: to, isDefault: label === DEFAULT_LABEL };
  });
}

/** The range in words, such as "22 Oct 2026 – 20 Nov 2026", as the person wants days written. */
export function rangeText({ created }: OverviewQuery["filters"], person: TimeFormat & { timeZone: string }): string {
  const print = (text: string) =>
    isCalendarDate(text)
      ? formatTime(`${text}T00:00:00Z`, "UTC", "date", person)
      : formatTime(text, person.timeZone, "minute", person);
  const { fromText: from = null, toText: to = null } = created ?? {};
  if (from && to) return from === to ? print(from) : `${print(from)} – ${print(to)}`;
  return from ? `From ${print(from)}` : to ? `Until ${print(to)}` : "All time";
}

/** Reads the overview's address. Without a range, or with a wrong one, the default range is in effect. */
export function readOverview(
  searchParams: SearchParams,
  person: { timeZone: string },
  choices: readonly RangeChoice[],
): { query: OverviewQuery; issues: FieldIssue[] } {
  const given = readList(overviewList, searchParams, person);
  if (given.query.filters.created) return given;
  const { created_from, created_to } = choices.find(({ isDefault }) => isDefault) ?? {};
  const { created: range } = readList(overviewList, { created_from, created_to }, person).query.filters;
  return { ...given, query: { ...given.query, filters: { ...given.query.filters, created: range } } };
}
