import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { totalPaymentIntents } from "@/lib/payment-intents/totals";
import { OverviewFilters } from "./_overview/overview-filters";
import { paymentsHref } from "./_overview/payments-href";
import { rangeChoices, rangeText, readOverview } from "./_overview/range";
import { RecentPayments } from "./_overview/recent-payments";
import { rollUp } from "./_overview/roll-up";
import { TotalCards } from "./_overview/total-cards";
import { TotalsTable } from "./_overview/totals-table";
import { accountChoices } from "./options";
import { permittedData } from "./permitted-data";

export const metadata: Metadata = { title: "Overview" };

const RECENT_COUNT = 8;

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const ranges = rangeChoices(person.timeZone, new Date());
  const { query, issues } = readOverview(searchParams, person, ranges);
  const [totals, accounts, recent] = await Promise.all([
    totalPaymentIntents(actor, query),
    permittedData(actor, "accounts:read", () => listAccountTree(actor, { withDeleted: true }), []),
    listPaymentIntents(actor, { ...query, size: RECENT_COUNT }),
  ]);
  const path = `/${tenant.slug}/payment-intents`;
  const { created } = query.filters;
  return (
    <>
      <PageHeader title="Overview" description={`${rangeText(query.filters, person)}, ${person.timeZone}`} />
      <OverviewFilters
        ranges={ranges}
        current={{ from: created?.fromText ?? null, to: created?.toText ?? null }}
        accounts={accountChoices(accounts)}
        issues={issues}
        timeZone={person.timeZone}
      />
      <TotalCards totals={totals} hrefOf={(statuses) => paymentsHref(query, path, { statuses })} />
      <div className="grid items-start gap-4 2xl:grid-cols-4">
        <div className="min-w-0 2xl:col-span-3">
          <TotalsTable {...rollUp(accounts, totals)} hrefOf={(selection) => paymentsHref(query, path, selection)} />
        </div>
        <RecentPayments
          payments={recent.items}
          path={path}
          listHref={paymentsHref(query, path, {})}
          timeZone={person.timeZone}
        />
      </div>
    </>
  );
});
