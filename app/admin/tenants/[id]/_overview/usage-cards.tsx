import { sizeLabel } from "@/app/(dashboard)/[tenant]/documents/file-labels";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { FILE_CAP, type TenantUsage } from "@/lib/tenants/usage-schema";
import { countLabel } from "../../labels";

const numbers = new Intl.NumberFormat("en");

/** What happened in the last 30 days. */
export function PeriodCard({ usage: { volume, members, api_keys } }: { usage: TenantUsage }) {
  return (
    <Card title="Last 30 days">
      <DescriptionList>
        <DescriptionItem term="Collected">
          {volume.length === 0 ? null : (
            <ul>
              {volume.map(({ currency, count, amount }) => (
                <li key={currency}>
                  <Money amountMinor={amount} currency={currency} />{" "}
                  <span className="whitespace-nowrap text-muted-foreground text-xs">
                    {numbers.format(count)} {count === 1 ? "payment" : "payments"}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </DescriptionItem>
        <DescriptionItem term="Members">
          {countLabel(members.signed_in)} of {countLabel(members.active)} signed in
        </DescriptionItem>
        <DescriptionItem term="Access keys">
          {numbers.format(api_keys.used)} of {numbers.format(api_keys.live)} used
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

const KINDS: Readonly<Record<TenantUsage["rows"][number]["kind"], string>> = {
  accounts: "Accounts",
  payment_intents: "Payment intents",
  refunds: "Refunds",
  documents: "Documents",
  audit_logs: "Audit log",
};

/** What the tenant has stored, deleted records that can be restored included. */
export function StoredCard({ usage: { rows, storage } }: { usage: TenantUsage }) {
  const isCut = storage.files > FILE_CAP;
  return (
    <Card title="Stored" description="Deleted records that can be restored included">
      <DescriptionList>
        {rows.map(({ kind, count }) => (
          <DescriptionItem key={kind} term={KINDS[kind]}>
            <span className="tabular-nums">{countLabel(count)}</span>
          </DescriptionItem>
        ))}
        <DescriptionItem term="Files">
          {isCut && "More than "}
          {sizeLabel(storage.bytes)}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}
