import { useTranslations } from "next-intl";
import { useNames } from "@/components/locale/use-names";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { Account } from "@/lib/accounts/schema";

/** What an account is. */
export function AccountFacts({ account, timeZone }: { account: Account; timeZone: string }) {
  const t = useTranslations("server.accounts.facts");
  const names = useNames();
  const currencyText = ({ code, name }: Account["currency"]) => `${code} – ${names.currency(code, name)}`;
  const { currency, payout_currency, country, terms_and_conditions_url: terms } = account;
  return (
    <Card title={t("title")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={t("displayName")}>{account.display_name}</DescriptionItem>
        <DescriptionItem term={t("currency")}>{currencyText(currency)}</DescriptionItem>
        <DescriptionItem term={t("country")}>{country && names.country(country.code, country.name)}</DescriptionItem>
        <DescriptionItem term={t("payoutCurrency")}>{payout_currency && currencyText(payout_currency)}</DescriptionItem>
        <DescriptionItem term={t("terms")}>
          {terms && (
            <a href={terms} target="_blank" rel="noreferrer" className="break-all text-accent hover:underline">
              {terms}
            </a>
          )}
        </DescriptionItem>
        <DescriptionItem term={t("id")}>
          <CopyableId id={account.id} full />
        </DescriptionItem>
        <DescriptionItem term={t("created")}>
          <Timestamp value={account.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={t("changed")}>
          <Timestamp value={account.updated_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
