import { getTranslations } from "next-intl/server";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { getAccountReach } from "@/lib/access/account-reach";
import { getAccount, listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { parseListParams } from "@/lib/list-query";
import { getAccountTotals } from "@/lib/payment-intents/account-totals";
import { listPaymentIntents } from "@/lib/payment-intents/queries";
import { paymentIntentList } from "@/lib/payment-intents/schema";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { DocumentsCard, readDocumentsOf } from "../../documents/documents-card";
import { MetadataView } from "../../metadata-view";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { AccountActions } from "../account-actions";
import { AccountFacts } from "../account-facts";
import { AccountMoney } from "../account-money";
import { accountsAbove } from "../account-nodes";
import { AccountsBelow } from "../accounts-below";
import { WhoSeesCard } from "../who-sees-card";

export const generateMetadata = pageTitle((t) => t("accounts.account"));

const SHOWN_PAYMENTS = 5;

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const path = `/${tenant.slug}/accounts`;
  const t = await getTranslations("server.accounts");
  const { query } = parseListParams(paymentIntentList, { account: id, size: "25" }, { mode: "strict" });
  const [account, accounts, reach, totals, payments, history, documents] = await Promise.all([
    getAccount(actor, { id }),
    listAccountTree(actor),
    getAccountReach(actor, { id }),
    permittedData(actor, "payment_intents:read", () => getAccountTotals(actor, { id }), null),
    permittedData(actor, "payment_intents:read", () => listPaymentIntents(actor, query), null),
    readHistory(actor, "accounts", id),
    readDocumentsOf(actor, { account: id }),
  ]);
  const above = accountsAbove(accounts, account.parent?.id).map(({ id, name }) => ({
    label: name,
    href: `${path}/${id}`,
  }));
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: path }, ...above, { label: account.name }]}
        title={account.name}
        badge={account.deleted_at && <StatusBadge status="DELETED" />}
        description={<CopyableId id={id} />}
        nav={<RecordNav tenantSlug={tenant.slug} />}
        actions={
          <>
            <PastLink path={`${path}/${id}`} />
            <AccountActions actor={actor} tenantSlug={tenant.slug} account={account} />
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <AccountFacts account={account} timeZone={person.timeZone} />
          <AccountMoney
            totals={totals}
            payments={payments?.items.slice(0, SHOWN_PAYMENTS) ?? []}
            tenantPath={`/${tenant.slug}`}
            accountId={id}
            timeZone={person.timeZone}
          />
          <RecordHistory
            history={history}
            table="accounts"
            recordId={id}
            tenantPath={`/${tenant.slug}`}
            timeZone={person.timeZone}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {!account.deleted_at && <AccountsBelow actor={actor} path={path} accounts={accounts} accountId={id} />}
          <DocumentsCard
            documents={documents}
            actor={actor}
            tenantSlug={tenant.slug}
            timeZone={person.timeZone}
            target={account.deleted_at ? null : { accountId: id }}
            listHref={`/${tenant.slug}/documents?account=${id}`}
          />
          <WhoSeesCard reach={reach} tenantPath={`/${tenant.slug}`} />
          <Card title={t("metadata")}>
            <MetadataView metadata={account.metadata} />
          </Card>
          <RawJson tenantSlug={tenant.slug} resource="account" id={id} version={account.updated_at} />
        </div>
      </div>
    </>
  );
});
