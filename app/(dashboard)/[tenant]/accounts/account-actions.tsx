import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Account } from "@/lib/accounts/schema";
import type { MemberActor } from "@/lib/actor";
import { Permitted } from "../permitted";
import { LifeButtons } from "./life-buttons";

export interface AccountActionsProps {
  actor: MemberActor;
  tenantSlug: string;
  account: Account;
}

/** What can be done with an account: a deleted one can only be restored. */
export function AccountActions({ actor, tenantSlug, account }: AccountActionsProps) {
  const t = useTranslations("server.accounts");
  const target = { id: account.id, name: account.name };
  return (
    <>
      <Permitted actor={actor} permission="payment_intents:read">
        <ButtonLink href={`/${tenantSlug}/payment-intents?account=${account.id}`}>
          <Icon name="receipt" /> {t("payments")}
        </ButtonLink>
      </Permitted>
      <Permitted actor={actor} permission="accounts:write">
        <LifeButtons tenantSlug={tenantSlug} account={target} isDeleted={account.deleted_at !== null} />
        {!account.deleted_at && (
          <ButtonLink href={`/${tenantSlug}/accounts/${account.id}/edit`} variant="primary">
            <Icon name="pencil" /> {t("edit")}
          </ButtonLink>
        )}
      </Permitted>
    </>
  );
}
