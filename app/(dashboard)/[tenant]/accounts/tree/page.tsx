import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TreeView } from "@/components/ui/tree-view";
import { listAccountTree, MAX_TREE_NODES } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { Permitted } from "../../permitted";
import { accountTree } from "../account-nodes";
import { AccountTabs } from "../account-tabs";

export const metadata: Metadata = { title: "Account tree" };

export default tenantPage(async ({ actor, tenant }) => {
  const path = `/${tenant.slug}/accounts`;
  const accounts = await listAccountTree(actor);
  return (
    <div className="flex flex-col gap-3 [&>header]:mb-0">
      <PageHeader
        title="Accounts"
        actions={
          <Permitted actor={actor} permission="accounts:write">
            <ButtonLink href={`${path}/new`} variant="primary">
              New account
            </ButtonLink>
          </Permitted>
        }
      />
      <AccountTabs path={path} />
      {accounts.length === MAX_TREE_NODES && (
        <Alert>The tree ends here at {MAX_TREE_NODES.toLocaleString("en")} accounts. The list has them all.</Alert>
      )}
      <Card className="max-w-3xl">
        {accounts.length > 0 ? (
          <TreeView nodes={accountTree(accounts, path)} label="Account tree" openLevels={3} />
        ) : (
          <EmptyState title="No accounts yet" description="The tree grows with your first account." />
        )}
      </Card>
    </div>
  );
});
