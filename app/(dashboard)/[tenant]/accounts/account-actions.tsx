import { Pencil, Receipt } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
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
          <Receipt aria-hidden /> {t("payments")}
        </ButtonLink>
      </Permitted>
      <Permitted actor={actor} permission="accounts:write">
        <LifeButtons tenantSlug={tenantSlug} account={target} isDeleted={account.deleted_at !== null} />
        {!account.deleted_at && (
          <ButtonLink href={`/${tenantSlug}/accounts/${account.id}/edit`} variant="primary">
            <Pencil aria-hidden /> {t("edit")}
          </ButtonLink>
        )}
      </Permitted>
    </>
  );
}
