import { listUrl } from "@/lib/list-query";
import type { PaymentIntentStatus } from "@/lib/payment-intents/lifecycle";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import type { OverviewQuery } from "./range";

export interface PaymentsSelection {
  accountId?: string;
  currency?: string;
  statuses?: readonly PaymentIntentStatus[];
}

/** The list of exactly the payments that a number of the overview counts. */
export function paymentsHref(query: OverviewQuery, path: string, selection: PaymentsSelection): string {
  const { accountId, currency, statuses } = selection;
  const filters = {
    ...query.filters,
    ...(accountId && { account: { kind: "account", accountId } as const }),
    ...(currency && { currency: { kind: "enum", values: [currency] } as const }),
    ...(statuses && { status: { kind: "enum", values: statuses } as const }),
  };
  const { defaultSort: sort, defaultSize: size } = paymentIntentList;
  return listUrl(
    paymentIntentList,
    { ...query, filters, sort, size, cursor: null, direction: "next", page: null },
    path,
  );
}
