import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TreeView } from "@/components/ui/tree-view";
import type { AccountNode } from "@/lib/accounts/queries";
import type { MemberActor } from "@/lib/actor";
import { Permitted } from "../permitted";
import { accountTree } from "./account-nodes";

export interface AccountsBelowProps {
  actor: MemberActor;
  path: string;
  accounts: readonly AccountNode[];
  accountId: string;
}

/** The branch below an account. */
export function AccountsBelow({ actor, path, accounts, accountId }: AccountsBelowProps) {
  const t = useTranslations("server.accounts.below");
  const nodes = accountTree(accounts, path, accountId);
  return (
    <Card
      title={t("title")}
      actions={
        <Permitted actor={actor} permission="accounts:write">
          <ButtonLink href={`${path}/new?parent=${accountId}`} size="sm">
            {t("add")}
          </ButtonLink>
        </Permitted>
      }
    >
      {nodes.length > 0 ? (
        <TreeView nodes={nodes} label={t("title")} />
      ) : (
        <p className="text-muted-foreground">{t("none")}</p>
      )}
    </Card>
  );
}
