import { ChartNoAxesColumn } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { statusLabel } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { cn } from "@/lib/cn";
import { formatBareAmount } from "@/lib/money";
import { PAYMENT_INTENT_STATUSES } from "@/lib/payment-intents/lifecycle";
import type { PaymentsSelection } from "./payments-href";
import type { Sum, TotalRow } from "./roll-up";

export interface TotalsTableProps {
  rows: readonly TotalRow[];
  isCut: boolean;
  /** The list of the payments that a number counts. */
  hrefOf: (selection: PaymentsSelection) => string;
}

/** Sums by account, currency and status; each leads to its payments. */
export function TotalsTable({ rows, isCut, hrefOf }: TotalsTableProps) {
  const statuses = PAYMENT_INTENT_STATUSES.filter((status) => rows.some(({ byStatus }) => byStatus.has(status)));
  return (
    <Card
      flush
      title="Totals by account"
      description={
        isCut
          ? "Every account with all below it. Lower levels are left out here: filter by a branch to see them."
          : "Every account with all below it. Each amount leads to its payments."
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={ChartNoAxesColumn}
          title="No payments in this range"
          description="Choose a longer range, or take filters away."
        />
      ) : (
        <Table>
          <caption className="sr-only">Totals by account, currency and status</caption>
          <TableHead>
            <TableRow>
              <TableHeader className="sticky left-0 z-10 bg-surface">Account</TableHeader>
              <TableHeader className="max-sm:hidden">Currency</TableHeader>
              <TableHeader align="end">All</TableHeader>
              {statuses.map((status) => (
                <TableHeader key={status} align="end">
                  {statusLabel(status)}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row, index) => {
              const { account, currency, byStatus, all } = row;
              const selection = { accountId: account?.id, currency };
              const isRepeated = index > 0 && rows[index - 1]?.account?.id === account?.id;
              return (
                <TableRow key={`${account?.id} ${currency}`} className={account ? undefined : "bg-surface-muted"}>
                  <AccountCell row={row} isRepeated={isRepeated} />
                  <TableCell className="text-muted-foreground max-sm:hidden">{currency}</TableCell>
                  <SumCell sum={all} currency={currency} href={hrefOf(selection)} />
                  {statuses.map((status) => (
                    <SumCell
                      key={status}
                      sum={byStatus.get(status)}
                      currency={currency}
                      href={hrefOf({ ...selection, statuses: [status] })}
                    />
                  ))}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}

/**
 * The account's name, set in by its level; an account with several currencies is named visibly once. On phones the
 * currency stands here too: this cell stays in sight when the amounts are scrolled.
 */
function AccountCell({ row: { account, depth, currency }, isRepeated }: { row: TotalRow; isRepeated: boolean }) {
  const indent = { paddingLeft: `${depth * 0.75}rem` };
  return (
    <th
      scope="row"
      className={cn(
        "sticky left-0 z-10 px-3 py-1.5 text-left max-sm:max-w-36 max-sm:border-r sm:whitespace-nowrap",
        account ? "bg-surface font-normal" : "bg-surface-muted font-semibold",
      )}
    >
      <span className={cn("flex flex-wrap items-center gap-x-2", isRepeated && "sr-only")} style={indent}>
        {account?.name ?? "All accounts"}
        {account?.isDeleted && <Badge>Deleted</Badge>}
      </span>
      <span className="block font-normal text-muted-foreground text-xs sm:hidden" style={indent}>
        {currency}
      </span>
    </th>
  );
}

function SumCell({ sum, currency, href }: { sum: Sum | undefined; currency: string; href: string }) {
  return (
    <TableCell align="end">
      {sum ? (
        <>
          <Link
            href={href}
            prefetch={false}
            className="whitespace-nowrap rounded-sm underline-offset-2 hover:underline"
          >
            {formatBareAmount(sum.amountMinor, currency)}
          </Link>
          <span className="block text-2xs text-muted-foreground">{sum.count.toLocaleString("en")}</span>
        </>
      ) : (
        <span className="text-muted-foreground">–</span>
      )}
    </TableCell>
  );
}
