import { type ListDefinition, type ListQuery, listUrl } from "@/lib/list-query";
import type { PaymentIntentStatus } from "@/lib/payment-intents/lifecycle";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { refundList } from "@/lib/refunds/schema";
import type { Bucket } from "@/lib/time-buckets";
import { rangeTexts } from "./periods";

/** Payments that were collected, whatever went back since. */
export const COLLECTED: readonly PaymentIntentStatus[] = ["PROCESSED", "PARTIALLY_REFUNDED", "REFUNDED"];
export const FAILED: readonly PaymentIntentStatus[] = ["FAILED"];

export interface Selection {
  accountId: string | null;
  currency?: string;
  statuses?: readonly PaymentIntentStatus[];
  /** When the payments were made, or the refunds succeeded. */
  range?: Bucket;
}

/** Where the numbers of an overview lead: the lists of exactly the payments and refunds that they count. */
export interface Hrefs {
  payments: (selection: Selection) => string;
  /** Null for somebody who may not see refunds. */
  refunds: ((selection: Selection) => string) | null;
}

/** @param timeZone of the person, whose days the lists' filters will be */
export function hrefsOf(tenantPath: string, timeZone: string, seesRefunds: boolean): Hrefs {
  const filters = ({ accountId, currency, statuses }: Selection) => ({
    ...(accountId && { account: { kind: "account", accountId } as const }),
    ...(statuses && { status: { kind: "enum", values: statuses } as const }),
    ...(currency && { currency: { kind: "enum", values: [currency] } as const }),
  });
  const dates = (range: Bucket) => ({ kind: "dateRange", ...range, ...rangeTexts(range, timeZone) }) as const;
  return {
    payments: (selection) =>
      urlOf(
        paymentIntentList,
        { ...filters(selection), ...(selection.range && { created: dates(selection.range) }) },
        `${tenantPath}/payment-intents`,
      ),
    refunds: seesRefunds
      ? ({ statuses: _payments, ...selection }) =>
          urlOf(
            refundList,
            {
              ...filters(selection),
              status: { kind: "enum", values: ["SUCCEEDED"] },
              ...(selection.range && { succeeded: dates(selection.range) }),
            },
            `${tenantPath}/refunds`,
          )
      : null,
  };
}

function urlOf(definition: ListDefinition, filters: ListQuery["filters"], path: string): string {
  const { name: list, defaultSort: sort, defaultSize: size } = definition;
  return listUrl(
    definition,
    { list, filters, sort, thenBy: [], size, cursor: null, direction: "next", page: null },
    path,
  );
}
