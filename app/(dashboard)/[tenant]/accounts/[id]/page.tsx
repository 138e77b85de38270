import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { getAccount, listAccountTree } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { DocumentsCard, readDocumentsOf } from "../../documents/documents-card";
import { MetadataView } from "../../metadata-view";
import { recordId } from "../../record-id";
import { AccountActions } from "../account-actions";
import { AccountFacts } from "../account-facts";
import { accountsAbove } from "../account-nodes";
import { AccountsBelow } from "../accounts-below";

export const metadata: Metadata = { title: "Account" };

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const path = `/${tenant.slug}/accounts`;
  const [account, accounts, history, documents] = await Promise.all([
    getAccount(actor, { id }),
    listAccountTree(actor),
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
        breadcrumb={[{ label: "Accounts", href: path }, ...above, { label: account.name }]}
        title={account.name}
        badge={account.deleted_at && <StatusBadge status="DELETED" />}
        actions={<AccountActions actor={actor} tenantSlug={tenant.slug} account={account} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <AccountFacts account={account} timeZone={person.timeZone} />
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
          <Card title="Metadata">
            <MetadataView metadata={account.metadata} />
          </Card>
        </div>
      </div>
    </>
  );
});
