import { getTranslations } from "next-intl/server";
import { TabLinks } from "@/components/data-table/tab-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { tenantPage } from "@/lib/http/page";
import { pageSentence } from "@/lib/http/page-sentence";
import { pageTitle } from "@/lib/http/page-title";
import { packPage } from "@/lib/packed-page";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { seesPersonalData } from "@/lib/personal-data";
import { changesIn } from "../_lists/changes-in";
import { filterAccounts } from "../_lists/filter-accounts";
import { ListTools } from "../_lists/list-tools";
import { readListView } from "../_views/read-list-view";
import { linksOf } from "../list-state";
import { Permitted } from "../permitted";
import { PaymentIntentsTable } from "./payment-intents-table";
import { paymentRow } from "./payment-row";
import { statusTabs } from "./statuses";

export const generateMetadata = pageTitle((t) => t("payments.list"));

export default tenantPage(async ({ actor, tenant, person, searchParams }) => {
  const { query, issues, view, shown, at } = await readListView(paymentIntentList, { actor, person, searchParams });
  const t = await getTranslations("server.payments");
  const path = `/${tenant.slug}/payment-intents`;
  const [page, accounts] = await Promise.all([listPaymentIntents(actor, query), filterAccounts(actor, tenant, query)]);
  return (
    <ListPage shown={shown}>
      <PageHeader
        title={t("list")}
        actions={
          <Permitted actor={actor} permission="payment_intents:write">
            <ButtonLink href={`${path}/new`} variant="primary">
              {t("new")}
            </ButtonLink>
          </Permitted>
        }
      />
      <TabLinks name="status" label={t("status")} tabs={statusTabs(await pageSentence(), t("all"))} />
      <PaymentIntentsTable
        changesIn={changesIn(tenant, actor, "payment_intents:write")}
        tools={
          <ListTools list={paymentIntentList} actor={actor} tenant={tenant} person={person} query={query} view={view} />
        }
        path={path}
        page={packPage(page, paymentRow)}
        links={linksOf(paymentIntentList, query, at(path), page)}
        issues={issues}
        accounts={accounts}
        customerSearchable={seesPersonalData(actor)}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
