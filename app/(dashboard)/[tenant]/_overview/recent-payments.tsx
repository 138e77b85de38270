import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentIntent } from "@/lib/payment-intents/schema";

export interface RecentPaymentsProps {
  payments: readonly PaymentIntent[];
  /** Address of the list of payments. */
  path: string;
  /** The list of all of them. */
  listHref: string;
  timeZone: string;
}

/** The newest payments, whatever range is looked at. */
export function RecentPayments({ payments, path, listHref, timeZone }: RecentPaymentsProps) {
  const t = useTranslations("server.overview.recent");
  return (
    <Card
      flush
      title={t("title")}
      actions={
        <Link href={listHref} className="rounded-sm text-accent text-xs hover:underline">
          {t("open")}
        </Link>
      }
    >
      {payments.length === 0 && <p className="p-4 text-muted-foreground">{t("none")}</p>}
      <ul className="divide-y">
        {payments.map(({ id, account, amount, currency, status, reference, created_at }) => (
          <li key={id} className="relative flex items-center gap-3 px-4 py-2 hover:bg-surface-muted/60">
            <div className="min-w-0 flex-1">
              <Link href={`${path}/${id}`} prefetch={false} className="block truncate after:absolute after:inset-0">
                {account.name}
              </Link>
              <p className="truncate text-muted-foreground text-xs">
                {reference && `${reference} · `}
                <Timestamp value={created_at} timeZone={timeZone} />
              </p>
            </div>
            <div className="flex flex-col items-end gap-0.5">
              <Money amountMinor={amount} currency={currency} />
              <StatusBadge status={status} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
