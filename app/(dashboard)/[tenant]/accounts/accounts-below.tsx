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
  const nodes = accountTree(accounts, path, accountId);
  return (
    <Card
      title="Accounts below"
      actions={
        <Permitted actor={actor} permission="accounts:write">
          <ButtonLink href={`${path}/new?parent=${accountId}`} size="sm">
            Add
          </ButtonLink>
        </Permitted>
      }
    >
      {nodes.length > 0 ? (
        <TreeView nodes={nodes} label="Accounts below" />
      ) : (
        <p className="text-muted-foreground">None: payments are taken here.</p>
      )}
    </Card>
  );
}
