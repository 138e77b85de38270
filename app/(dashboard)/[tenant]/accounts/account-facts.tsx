import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { Account } from "@/lib/accounts/schema";

/** What an account is. */
export function AccountFacts({ account, timeZone }: { account: Account; timeZone: string }) {
  const { currency, payout_currency, country, terms_and_conditions_url: terms } = account;
  return (
    <Card title="Details">
      <DescriptionList columns={2}>
        <DescriptionItem term="Display name">{account.display_name}</DescriptionItem>
        <DescriptionItem term="Currency">
          {currency.code} – {currency.name}
        </DescriptionItem>
        <DescriptionItem term="Country">{country?.name}</DescriptionItem>
        <DescriptionItem term="Payout currency">
          {payout_currency && `${payout_currency.code} – ${payout_currency.name}`}
        </DescriptionItem>
        <DescriptionItem term="Terms">
          {terms && (
            <a href={terms} target="_blank" rel="noreferrer" className="break-all text-accent hover:underline">
              {terms}
            </a>
          )}
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={account.id} full />
        </DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={account.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Changed">
          <Timestamp value={account.updated_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
