import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FoundApiKey, PlatformSearch } from "@/lib/platform-search/schema";
import { UserBadges } from "../users/user-badges";
import { FoundGroup, FoundRow } from "./found-row";

export interface FoundGroupsProps {
  found: PlatformSearch;
  q: string;
  timeZone: string;
}

/** What was found, by kind; kinds without a hit are left out. */
export function FoundGroups({ found, q, timeZone }: FoundGroupsProps) {
  const t = useTranslations("server.platform");
  const userTexts = useTranslations("client.adminUsers");
  const { tenants, users, payment_intents, refunds, accounts, api_keys } = found;
  return (
    <>
      <FoundGroup title={t("kinds.tenants")} group={tenants} allHref={`/admin/tenants?name=${encodeURIComponent(q)}`}>
        {({ id, name, slug, domain, status }) => (
          <FoundRow key={id} href={`/admin/tenants/${id}`} title={name} detail={domain ?? slug}>
            <StatusBadge status={status.toUpperCase()} />
          </FoundRow>
        )}
      </FoundGroup>
      <FoundGroup title={t("kinds.users")} group={users} allHref={`/admin/users?name=${encodeURIComponent(q)}`}>
        {(user) => (
          <FoundRow
            key={user.id}
            href={`/admin/users/${user.id}`}
            title={user.full_name || user.email}
            detail={[user.email, ...user.tenant_names].join(" · ")}
          >
            <UserBadges t={userTexts} user={user} />
          </FoundRow>
        )}
      </FoundGroup>
      <FoundGroup title={t("kinds.payments")} group={payment_intents}>
        {({ id, tenant, reference, customer_email, amount, currency, status, created_at }) => (
          <FoundRow
            key={id}
            id={id}
            tenant={tenant}
            path={`/payment-intents/${id}`}
            title={reference ?? id}
            detail={detailOf(customer_email, <Timestamp value={created_at} timeZone={timeZone} />)}
          >
            <Money amountMinor={amount} currency={currency} />
            <StatusBadge status={status} />
          </FoundRow>
        )}
      </FoundGroup>
      <FoundGroup title={t("kinds.refunds")} group={refunds}>
        {({ id, tenant, amount, currency, status, created_at }) => (
          <FoundRow
            key={id}
            id={id}
            tenant={tenant}
            path={`/refunds/${id}`}
            title={id}
            detail={detailOf(null, <Timestamp value={created_at} timeZone={timeZone} />)}
          >
            <Money amountMinor={amount} currency={currency} />
            <StatusBadge status={status} />
          </FoundRow>
        )}
      </FoundGroup>
      <FoundGroup title={t("kinds.accounts")} group={accounts}>
        {({ id, tenant, name, deleted_at }) => (
          <FoundRow key={id} id={id} tenant={tenant} path={`/accounts/${id}`} title={name}>
            {deleted_at && <StatusBadge status="DELETED" />}
          </FoundRow>
        )}
      </FoundGroup>
      <FoundGroup title={t("kinds.apiKeys")} group={api_keys}>
        {(key) => (
          <FoundRow
            key={key.id}
            id={key.id}
            tenant={key.tenant}
            path={`/api-keys/${key.id}`}
            title={key.name}
            detail={<code className="font-mono text-xs">{`${key.prefix}…${key.last_four}`}</code>}
          >
            <KeyStatus apiKey={key} />
          </FoundRow>
        )}
      </FoundGroup>
    </>
  );
}

function detailOf(text: string | null, time: ReactNode): ReactNode {
  return text ? (
    <>
      {text} · {time}
    </>
  ) : (
    time
  );
}

function KeyStatus({ apiKey: { revoked_at, expires_at } }: { apiKey: FoundApiKey }) {
  const t = useTranslations("server.platform");
  if (revoked_at) return <StatusBadge status="REVOKED" />;
  if (expires_at && Date.parse(expires_at) < Date.now()) return <StatusBadge status="EXPIRED" />;
  return <Badge tone="success">{t("search.live")}</Badge>;
}
