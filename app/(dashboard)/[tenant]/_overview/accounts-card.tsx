import Link from "next/link";
import { Absent } from "@/components/ui/absent";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { formatBareAmount } from "@/lib/money";
import type { Bucket } from "@/lib/time-buckets";
import type { AccountRow, Level } from "./by-account";
import { Change } from "./change";
import { changeOf, rateOf, sumOf } from "./figures";
import { COLLECTED, FAILED, type Hrefs } from "./hrefs";
import { useWords, type Words } from "./words";

const SHOWN = 10;
const PERCENTS = { style: "percent", maximumFractionDigits: 1 } as const;

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
  const words = useWords();
  const { t, locale } = words;
  const { of, rows, own } = level;
  const { currency } = props;
  const all = sumOf([...rows.map(({ figures }) => figures), ...(own ? [own] : [])]);
  const shown = hasAll ? rows : rows.slice(0, SHOWN);
  return (
    <Card
      flush
      title={of ? t("accounts.within", { account: of.name }) : t("accounts.title")}
      description={t("accounts.help", { currency })}
    >
      {rows.length === 0 && !own ? (
        <p className="p-4 text-muted-foreground">{t("accounts.none")}</p>
      ) : (
        <Table>
          <caption className="sr-only">{t("accounts.caption", { currency })}</caption>
          <TableHead>
            <TableRow>
              <TableHeader className="sticky start-0 z-10 bg-surface">{t("accounts.account")}</TableHeader>
              <TableHeader align="end">{t("accounts.collected")}</TableHeader>
              <TableHeader>{t("accounts.share")}</TableHeader>
              {props.isCompared && <TableHeader align="end">{t("accounts.change")}</TableHeader>}
              <TableHeader align="end">{t("accounts.refunded")}</TableHeader>
              <TableHeader align="end">{t("accounts.rate")}</TableHeader>
              <TableHeader align="end">{t("accounts.payments")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((row) => (
              <Row key={row.id} words={words} row={row} total={all.processed_amount} {...props} />
            ))}
          </TableBody>
        </Table>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1 border-t px-3 py-2 text-muted-foreground text-xs empty:hidden">
        {own && own.payment_count + own.refund_count > 0 && of && (
          <span>
            {t("accounts.own", {
              account: of.name,
              amount: formatBareAmount(own.processed_amount, currency, locale),
            })}
          </span>
        )}
        {shown.length < rows.length && (
          <Link href={allHref} scroll={false} prefetch={false} className="rounded-sm text-accent hover:underline">
            {t("accounts.showAll", { count: rows.length })}
          </Link>
        )}
      </div>
    </Card>
  );
}

interface RowProps extends Omit<AccountsCardProps, "level" | "hasAll" | "allHref"> {
  words: Words;
  row: AccountRow;
  /** What the whole level collected, in minor units. */
  total: number;
}

function Row({ words, row, total, currency, range, isCompared, hrefs, overviewHref }: RowProps) {
  const { t, format, locale } = words;
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
        {row.isDeleted && <Badge>{t("accounts.deleted")}</Badge>}
      </th>
      <TableCell align="end">
        <NumberLink href={hrefs.payments({ ...selection, statuses: COLLECTED })} count={figures.processed_count}>
          {formatBareAmount(figures.processed_amount, currency, locale)}
        </NumberLink>
      </TableCell>
      <TableCell>
        <span className="flex min-w-24 items-center gap-2">
          <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-neutral-subtle" aria-hidden>
            <span className="block h-full bg-primary" style={{ width: `${share * 100}%` }} />
          </span>
          <span className="w-11 text-end text-muted-foreground text-xs tabular-nums">
            {format.number(share, PERCENTS)}
          </span>
        </span>
      </TableCell>
      {isCompared && (
        <TableCell align="end">
          <Change words={words} change={changeOf(figures.processed_amount, before.processed_amount)} more="good" />
        </TableCell>
      )}
      <TableCell align="end">
        <NumberLink href={hrefs.refunds?.(selection) ?? null} count={figures.refund_count}>
          {formatBareAmount(figures.refunded_amount, currency, locale)}
        </NumberLink>
      </TableCell>
      <TableCell align="end">
        {rate === null ? (
          <Absent />
        ) : (
          <NumberLink href={hrefs.payments({ ...selection, statuses: [...COLLECTED, ...FAILED] })} count={1}>
            {format.number(rate, PERCENTS)}
          </NumberLink>
        )}
      </TableCell>
      <TableCell align="end">
        <NumberLink href={hrefs.payments(selection)} count={figures.payment_count}>
          {format.number(figures.payment_count)}
        </NumberLink>
      </TableCell>
    </TableRow>
  );
}

/** A number with the list of what it counts; of nothing there is none. */
function NumberLink({ href, count, children }: { href: string | null; count: number; children: string }) {
  if (count === 0) return <Absent />;
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
