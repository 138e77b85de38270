import { useLocale, useTranslations } from "next-intl";
import { sizeLabel } from "@/app/(dashboard)/[tenant]/documents/file-labels";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { FILE_CAP, type TenantUsage } from "@/lib/tenants/usage-schema";
import { countLabel } from "../../labels";

/** What happened in the last 30 days. */
export function PeriodCard({ usage: { volume, members, api_keys } }: { usage: TenantUsage }) {
  const t = useTranslations("server.adminTenants");
  const labels = useTranslations("client.adminTenants");
  return (
    <Card title={t("usage.period")}>
      <DescriptionList>
        <DescriptionItem term={t("usage.collected")}>
          {volume.length === 0 ? null : (
            <ul className="flex flex-col gap-1">
              {volume.map(({ currency, count, amount }) => (
                <li key={currency} className="flex flex-col">
                  <Money amountMinor={amount} currency={currency} />
                  <span className="whitespace-nowrap text-muted-foreground text-xs">
                    {t("usage.payments", { count })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </DescriptionItem>
        <DescriptionItem term={t("usage.members")}>
          {t("usage.membersSignedIn", {
            signedIn: countLabel(labels, members.signed_in),
            active: countLabel(labels, members.active),
          })}
        </DescriptionItem>
        <DescriptionItem term={t("usage.keys")}>
          {t("usage.keysUsed", { used: api_keys.used, live: api_keys.live })}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

/** What the tenant has stored, deleted records that can be restored included. */
export function StoredCard({ usage: { rows, storage } }: { usage: TenantUsage }) {
  const t = useTranslations("server.adminTenants");
  const labels = useTranslations("client.adminTenants");
  const isCut = storage.files > FILE_CAP;
  const size = sizeLabel(storage.bytes, useLocale());
  return (
    <Card title={t("usage.stored")} description={t("usage.storedHelp")}>
      <DescriptionList>
        {rows.map(({ kind, count }) => (
          <DescriptionItem key={kind} term={t(`kinds.${kind}`)}>
            <span className="tabular-nums">{countLabel(labels, count)}</span>
          </DescriptionItem>
        ))}
        <DescriptionItem term={t("usage.files")}>{isCut ? t("usage.filesMore", { size }) : size}</DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
