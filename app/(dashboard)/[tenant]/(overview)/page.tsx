import { getLocale, getTranslations } from "next-intl/server";
import { changedUrl } from "@/components/data-table/filter-fields";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { AccountsCard } from "../_overview/accounts-card";
import { ChartCards } from "../_overview/chart-cards";
import { FigureCards } from "../_overview/figure-cards";
import { FirstSteps } from "../_overview/first-steps";
import { hrefsOf } from "../_overview/hrefs";
import { OverviewControls } from "../_overview/overview-controls";
import { readOverviewData } from "../_overview/overview-data";
import { rangeSentence, readOverview, shownParameters } from "../_overview/range";
import { RecentPayments } from "../_overview/recent-payments";
import { accountChoices } from "../options";

export const generateMetadata = pageTitle((t) => t("overview.title"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const { timeZone } = person;
  const t = await getTranslations("server.overview");
  const path = `/${tenant.slug}`;
  const { query, issues } = readOverview(t, searchParams, person, new Date());
  const { comparison, accountId } = query;
  const data = await readOverviewData(actor, query, timeZone);
  if (data.recent.length === 0 && accountId === null)
    return (
      <>
        <PageHeader title={t("title")} />
        <FirstSteps tenantPath={path} permissions={actor.permissions} />
      </>
    );
  const reader = { ...person, locale: await getLocale() };
  const { currency, now, before } = data;
  const parameters = shownParameters(searchParams);
  const overviewHref = (changes: Record<string, string | null>) => changedUrl(path, parameters, changes);
  const hrefs = hrefsOf(path, timeZone, actor.permissions.has("refunds:read"));
  const input = { now, before, currency, accountId, hrefs, reader };
  return (
    <>
      <PageHeader title={t("title")} description={rangeSentence(t, query, reader)} />
      <OverviewControls
        comparison={comparison}
        accounts={accountChoices(data.accounts)}
        issues={issues}
        timeZone={timeZone}
      />
      <FigureCards {...input} />
      <ChartCards
        {...input}
        currencies={data.currencies.map((code) => ({ code, href: overviewHref({ currency: code }) }))}
      />
      <div className="grid items-start gap-4 2xl:grid-cols-4">
        <div className="min-w-0 2xl:col-span-3">
          <AccountsCard
            level={data.level}
            currency={currency}
            range={query.period}
            isCompared={before !== null}
            hasAll={query.hasAllAccounts}
            hrefs={hrefs}
            overviewHref={(account) => overviewHref({ account, accounts: null })}
            allHref={overviewHref({ accounts: "all" })}
          />
        </div>
        <RecentPayments
          payments={data.recent}
          path={`${path}/payment-intents`}
          listHref={hrefs.payments({ accountId })}
          timeZone={timeZone}
        />
      </div>
    </>
  );
});
