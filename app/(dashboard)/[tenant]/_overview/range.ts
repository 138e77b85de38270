import type { FieldIssue } from "@/lib/errors";
import type { SearchParams } from "@/lib/http/page";
import { defineList } from "@/lib/list-query";
import { DEFAULT_LOCALE, directionOf } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { startOfDay } from "@/lib/time";
import { type Bucket, bucketsOf, type Interval, intervalFor } from "@/lib/time-buckets";
import { readList } from "../list-state";
import { COMPARISONS, type Comparison, comparedWith, dateOf, type Reader, spanText } from "./periods";

const { account, currency, created } = paymentIntentList.filters;

/** What the overview can be narrowed by: a part of what the list of payments takes, under the same names. */
export const overviewList = defineList({
  ...paymentIntentList,
  defaultSort: { name: "created", direction: "desc" },
  filters: { account: { ...account, neverNegated: true }, currency: { ...currency, neverNegated: true }, created },
});

/** A period with the parts that its charts show. */
export interface Period extends Bucket {
  interval: Interval;
  buckets: Bucket[];
}

/** What the overview shows, as its address says. */
export interface OverviewQuery {
  period: Period;
  /** Null: nothing to compare with. */
  before: Period | null;
  comparison: Comparison;
  accountId: string | null;
  /** Null: the one with most payments. */
  currency: string | null;
  /** All accounts of the level, rather than the first. */
  hasAllAccounts: boolean;
}

/**
 * Reads the overview's address. Without a range, or with a wrong one, the default range is in effect; what is still to
 * come is left out of any.
 */
export function readOverview(
  t: Texts<"server.overview">,
  searchParams: SearchParams,
  person: { timeZone: string },
  now: Date,
): { query: OverviewQuery; issues: FieldIssue[] } {
  const { compare, accounts, ...rest } = searchParams;
  const { query, issues } = readList(overviewList, rest, person);
  const { account, currency, created } = query.filters;
  const { timeZone } = person;
  const range = (created && until(created, timeZone, now)) ?? defaultRange(timeZone, now);
  const fallback = () => {
    issues.push({ loc: ["query", "created_from"], msg: t("tooLongAgo"), type: "range" });
    return periodOf(defaultRange(timeZone, now), undefined, timeZone);
  };
  const period = periodOf(range, undefined, timeZone) ?? fallback();
  if (!period) throw new Error("the default range has too many parts");
  const comparison = COMPARISONS.find((one) => one === compare) ?? "previous";
  const earlier = comparedWith(period, comparison, timeZone, now);
  return {
    query: {
      period,
      before: earlier && periodOf(earlier, period.interval, timeZone),
      comparison,
      accountId: account?.accountId ?? null,
      currency: currency?.values[0] ?? null,
      hasAllAccounts: accounts === "all",
    },
    issues,
  };
}

/** The range up to the end of today; `null` where it has no start. */
function until({ from, to }: { from: string | null; to: string | null }, timeZone: string, now: Date): Bucket | null {
  if (from === null) return null;
  const tonight = startOfDay(dateOf(now.toISOString(), timeZone), timeZone, 1).toISOString();
  const end = to === null || (to > tonight && from < tonight) ? tonight : to;
  return from < end ? { from, to: end } : null;
}

function defaultRange(timeZone: string, now: Date): Bucket {
  const today = dateOf(now.toISOString(), timeZone);
  return {
    from: startOfDay(today, timeZone, -29).toISOString(),
    to: startOfDay(today, timeZone, 1).toISOString(),
  };
}

function periodOf(range: Bucket, interval: Interval | undefined, timeZone: string): Period | null {
  const chosen = interval ?? intervalFor(range);
  const buckets = bucketsOf(range, chosen, timeZone);
  return buckets && { ...range, interval: chosen, buckets };
}

/** What is shown, in words: the range, whose days these are, and what it is compared with. */
export function rangeSentence(t: Texts<"server.overview">, { period, before }: OverviewQuery, reader: Reader): string {
  const { timeZone, locale = DEFAULT_LOCALE } = reader;
  // Among words from right to left, a span that begins with digits falls apart unless it stands for itself.
  const spanOf = (span: Bucket) =>
    directionOf(locale) === "rtl" ? `\u2068${spanText(span, reader)}\u2069` : spanText(span, reader);
  const range = spanOf(period);
  return before ? t("rangeCompared", { range, timeZone, before: spanOf(before) }) : t("range", { range, timeZone });
}

/** The address's parameters, for links that change some of them. */
export function shownParameters(searchParams: SearchParams): URLSearchParams {
  const entries = Object.entries(searchParams).flatMap(([name, given]) =>
    given === undefined ? [] : [given].flat().map((text) => [name, text]),
  );
  return new URLSearchParams(entries);
}
