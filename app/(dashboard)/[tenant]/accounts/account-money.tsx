import Link from "next/link";
import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StatusBadge, statusLabel } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { AccountTotals } from "@/lib/payment-intents/account-totals-schema";
import { PAYMENT_INTENT_STATUSES } from "@/lib/payment-intents/lifecycle";
import type { PaymentIntent } from "@/lib/payment-intents/schema";

export interface AccountMoneyProps {
  /** Null for whom payments are closed. */
  totals: AccountTotals | null;
  /** The newest payments of the account and what is below it. */
  payments: readonly PaymentIntent[];
  tenantPath: string;
  accountId: string;
  timeZone: string;
}

/** What an account and all below it took in and gave back, ever, by currency; and its newest payments. */
export function AccountMoney({ totals, payments, tenantPath, accountId, timeZone }: AccountMoneyProps) {
  const t = useTranslations("server.accounts");
  const sentence = useSentence();
  if (totals === null) return null;
  const list = `${tenantPath}/payment-intents?account=${accountId}`;
  const sums = [
    ...totals.payments
      .toSorted((a, b) => PAYMENT_INTENT_STATUSES.indexOf(a.status) - PAYMENT_INTENT_STATUSES.indexOf(b.status))
      .map((sum) => ({
        ...sum,
        label: sentence(statusLabel(sum.status)),
        href: `${list}&status=${sum.status}`,
      })),
    ...totals.refunds.map((sum) => ({
      ...sum,
      label: t("money.refunds"),
      href: `${tenantPath}/refunds?account=${accountId}&status=SUCCEEDED`,
    })),
  ];
  const currencies = [...new Set(sums.map(({ currency }) => currency))].sort();
  return (
    <Card
      title={t("payments")}
      description={t("money.help")}
      flush
      actions={
        <Link href={list} className="text-accent text-xs hover:underline">
          {t("money.open")}
        </Link>
      }
    >
      {sums.length === 0 && <p className="p-4 text-muted-foreground">{t("money.none")}</p>}
      <div className="divide-y px-4 empty:hidden">
        {currencies.map((code) => (
          <dl key={code} className="grid gap-x-8 gap-y-1.5 py-3 sm:grid-cols-2">
            {sums
              .filter(({ currency }) => currency === code)
              .map(({ label, currency, amount, count, href }) => (
                <div key={label} className="flex flex-wrap items-baseline gap-x-2">
                  <dt className="flex-1 text-muted-foreground">
                    <Link href={href} prefetch={false} className="rounded-sm hover:text-foreground hover:underline">
                      {label} <span className="text-xs tabular-nums">{t("money.count", { count })}</span>
                    </Link>
                  </dt>
                  <dd>
                    <Money amountMinor={amount} currency={currency} />
                  </dd>
                </div>
              ))}
          </dl>
        ))}
      </div>
      {payments.length > 0 && (
        <ul className="divide-y border-t">
          {payments.map(({ id, account, amount, currency, status, reference, created_at }) => (
            <li key={id} className="relative flex items-center gap-3 px-4 py-2 hover:bg-surface-muted/60">
              <div className="min-w-0 flex-1">
                <Link
                  href={`${tenantPath}/payment-intents/${id}`}
                  prefetch={false}
                  className="block truncate after:absolute after:inset-0"
                >
                  {reference ?? account.name}
                </Link>
                <p className="truncate text-muted-foreground text-xs">
                  <Timestamp value={created_at} timeZone={timeZone} /> · {account.name}
                </p>
              </div>
              {/* Above one another on a phone, so that there is room for time and account. */}
              <div className="flex items-center gap-3 max-sm:flex-col-reverse max-sm:items-end max-sm:gap-0.5">
                <StatusBadge status={status} />
                <Money amountMinor={amount} currency={currency} className="min-w-32 text-end" />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
