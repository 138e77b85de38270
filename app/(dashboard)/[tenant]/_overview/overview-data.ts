import { type AccountNode, listAccountTree } from "@/lib/accounts/queries";
import type { MemberActor } from "@/lib/actor";
import { parseListParams } from "@/lib/list-query";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { type PaymentIntent, paymentIntentList } from "@/lib/payment-intents/schema";
import { getPaymentVolume } from "@/lib/payment-intents/totals-by-time";
import { usualCurrency } from "../options";
import { permittedData } from "../permitted-data";
import { type Level, levelOf } from "./by-account";
import type { PeriodFigures } from "./charts";
import { currenciesOf, figuresByBucket } from "./figures";
import type { OverviewQuery, Period } from "./range";

const RECENT_COUNT = 8;

export interface OverviewData {
  accounts: AccountNode[];
  recent: PaymentIntent[];
  /** With something in the range or the one before, the chosen one among them; most payments first. */
  currencies: string[];
  currency: string;
  now: PeriodFigures;
  before: PeriodFigures | null;
  level: Level;
}

/** All that the overview shows: five statements at most, whatever the number of payments. */
export async function readOverviewData(
  actor: MemberActor,
  { period, before, accountId, currency: chosen }: OverviewQuery,
  timeZone: string,
): Promise<OverviewData> {
  const branch = accountId === null ? {} : { account: accountId };
  const volumeOf = ({ from, to, interval }: Period) =>
    getPaymentVolume(actor, { from, to, interval, time_zone: timeZone, ...branch });
  const { query } = parseListParams(paymentIntentList, branch, { mode: "lenient", timeZone });
  const [volume, volumeBefore, accounts, recent] = await Promise.all([
    volumeOf(period),
    before && volumeOf(before),
    permittedData(actor, "accounts:read", () => listAccountTree(actor, { withDeleted: true }), []),
    listPaymentIntents(actor, { ...query, size: RECENT_COUNT }),
  ]);
  const found = currenciesOf([...volume.accounts, ...(volumeBefore?.accounts ?? [])]);
  const currency = chosen ?? found[0] ?? usualCurrency(accounts);
  const ofCurrency = <T extends { currency: string }>(rows: readonly T[] = []) =>
    rows.filter((row) => row.currency === currency);
  const figuresOf = (range: Period, { series }: typeof volume): PeriodFigures => ({
    period: range,
    parts: figuresByBucket(series, currency, range.buckets),
  });
  return {
    accounts,
    recent: recent.items,
    currencies: found.includes(currency) ? found : [...found, currency],
    currency,
    now: figuresOf(period, volume),
    before: before && volumeBefore && figuresOf(before, volumeBefore),
    level: levelOf(accounts, accountId, ofCurrency(volume.accounts), ofCurrency(volumeBefore?.accounts)),
  };
}
