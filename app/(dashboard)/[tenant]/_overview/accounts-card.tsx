import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatBareAmount } from "@/lib/money";
import type { Bucket } from "@/lib/time-buckets";
import type { AccountRow, Level } from "./by-account";
import { Change } from "./change";
import { changeOf, rateOf, sumOf } from "./figures";
import { COLLECTED, FAILED, type Hrefs } from "./hrefs";

const SHOWN = 10;
const numbers = new Intl.NumberFormat("en");
const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

export interface AccountsCardProps {
  level: Level;
  currency: string;
  range: Bucket;
  isCompared: boolean;
  hasAll: boolean;
  hrefs: Hrefs;
  /** The overview of one account. */
  overviewHref: (accountId: string) => string;
  /** The overview with all accounts of the level. */
  allHref: string;
}

/** Who collected how much: the accounts of one level, each with all below it. */
export function AccountsCard({ level, hasAll, allHref, ...props }: AccountsCardProps) {
  const { of, rows, own } = level;
  const { currency } = props;
  const all = sumOf([...rows.map(({ figures }) => figures), ...(own ? [own] : [])]);
  const shown = hasAll ? rows : rows.slice(0, SHOWN);
  return (
    <Card
      flush
      title={of ? `Within ${of.name}` : "By account"}
      description={`In ${currency}, each account with all below it. Amounts lead to their payments and refunds.`}
    >
      {rows.length === 0 && !own ? (
        <p className="p-4 text-muted-foreground">
          Nothing happened in this range. Choose a longer one, or another branch.
        </p>
      ) : (
        <Table>
          <caption className="sr-only">Collected in {currency} by account</caption>
          <TableHead>
            <TableRow>
              <TableHeader className="sticky start-0 z-10 bg-surface">Account</TableHeader>
              <TableHeader align="end">Collected</TableHeader>
              <TableHeader>Share</TableHeader>
              {props.isCompared && <TableHeader align="end">Change</TableHeader>}
              <TableHeader align="end">Refunded</TableHeader>
              <TableHeader align="end">Success rate</TableHeader>
              <TableHeader align="end">Payments</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((row) => (
              <Row key={row.id} row={row} total={all.processed_amount} {...props} />
            ))}
          </TableBody>
        </Table>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1 border-t px-3 py-2 text-muted-foreground text-xs empty:hidden">
        {own && own.payment_count + own.refund_count > 0 && of && (
          <span>
            {of.name} itself, apart from the accounts below it: {formatBareAmount(own.processed_amount, currency)}{" "}
            collected
          </span>
        )}
        {shown.length < rows.length && (
          <Link href={allHref} scroll={false} prefetch={false} className="rounded-sm text-accent hover:underline">
            Show all {numbers.format(rows.length)} accounts
          </Link>
        )}
      </div>
    </Card>
  );
}

interface RowProps extends Omit<AccountsCardProps, "level" | "hasAll" | "allHref"> {
  row: AccountRow;
  /** What the whole level collected, in minor units. */
  total: number;
}

function Row({ row, total, currency, range, isCompared, hrefs, overviewHref }: RowProps) {
  const { id, name, figures, before } = row;
  const rate = rateOf(figures);
  const share = total > 0 ? figures.processed_amount / total : 0;
  const selection = { accountId: id, currency, range };
  return (
    <TableRow>
      <th
        scope="row"
        className="sticky start-0 z-10 bg-surface px-3 py-1.5 text-start font-normal max-sm:max-w-40 max-sm:border-e"
      >
        <Link href={overviewHref(id)} prefetch={false} className="rounded-sm hover:underline">
          {name}
        </Link>{" "}
        {row.isDeleted && <Badge>Deleted</Badge>}
      </th>
      <TableCell align="end">
        <NumberLink href={hrefs.payments({ ...selection, statuses: COLLECTED })} count={figures.processed_count}>
          {formatBareAmount(figures.processed_amount, currency)}
        </NumberLink>
      </TableCell>
      <TableCell>
        <span className="flex min-w-24 items-center gap-2">
          <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-neutral-subtle" aria-hidden>
            <span className="block h-full bg-primary" style={{ width: `${share * 100}%` }} />
          </span>
          <span className="w-11 text-end text-muted-foreground text-xs tabular-nums">{percents.format(share)}</span>
        </span>
      </TableCell>
      {isCompared && (
        <TableCell align="end">
          <Change change={changeOf(figures.processed_amount, before.processed_amount)} more="good" />
        </TableCell>
      )}
      <TableCell align="end">
        <NumberLink href={hrefs.refunds?.(selection) ?? null} count={figures.refund_count}>
          {formatBareAmount(figures.refunded_amount, currency)}
        </NumberLink>
      </TableCell>
      <TableCell align="end">
        {rate === null ? (
          <span className="text-muted-foreground">–</span>
        ) : (
          <NumberLink href={hrefs.payments({ ...selection, statuses: [...COLLECTED, ...FAILED] })} count={1}>
            {percents.format(rate)}
          </NumberLink>
        )}
      </TableCell>
      <TableCell align="end">
        <NumberLink href={hrefs.payments(selection)} count={figures.payment_count}>
          {numbers.format(figures.payment_count)}
        </NumberLink>
      </TableCell>
    </TableRow>
  );
}

/** A number with the list of what it counts; of nothing there is none. */
function NumberLink({ href, count, children }: { href: string | null; count: number; children: string }) {
  if (count === 0) return <span className="text-muted-foreground">–</span>;
  if (!href) return <span className="tabular-nums">{children}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className="whitespace-nowrap rounded-sm tabular-nums underline-offset-2 hover:underline"
    >
      {children}
    </Link>
  );
}
