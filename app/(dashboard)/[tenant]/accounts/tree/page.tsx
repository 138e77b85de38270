import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TreeView } from "@/components/ui/tree-view";
import { listAccountTree, MAX_TREE_NODES } from "@/lib/accounts/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { Permitted } from "../../permitted";
import { accountTree } from "../account-nodes";
import { AccountTabs } from "../account-tabs";

export const generateMetadata = pageTitle((t) => t("accounts.tree.title"));

export default tenantPage(async ({ actor, tenant }) => {
  const path = `/${tenant.slug}/accounts`;
  const t = await getTranslations("server.accounts");
  const accounts = await listAccountTree(actor);
  return (
    <div className="flex flex-col gap-3 [&>header]:mb-0">
      <PageHeader
        title={t("list")}
        actions={
          <Permitted actor={actor} permission="accounts:write">
            <ButtonLink href={`${path}/new`} variant="primary">
              {t("new")}
            </ButtonLink>
          </Permitted>
        }
      />
      <AccountTabs path={path} />
      {accounts.length === MAX_TREE_NODES && <Alert>{t("tree.ends", { count: MAX_TREE_NODES })}</Alert>}
      <Card className="max-w-3xl">
        {accounts.length > 0 ? (
          <TreeView nodes={accountTree(accounts, path)} label={t("tree.title")} openLevels={3} />
        ) : (
          <EmptyState title={t("tree.none")} description={t("tree.noneHelp")} />
        )}
      </Card>
    </div>
  );
});
