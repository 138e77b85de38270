import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { ApiKey } from "@/lib/api-keys/schema";
import { ReachedAccounts } from "../../team/reach-summary";
import { PermissionList } from "../permission-list";

const LINK = "text-accent hover:underline";

/** What a state other than “live” means, and where the newer key is. */
export function KeyStateNote({ apiKey, path, timeZone }: { apiKey: ApiKey; path: string; timeZone: string }) {
  const t = useTranslations("server.apiKeys");
  const states = useTranslations("client.apiKeys.meanings");
  const { state, expires_at, replaced_by_id } = apiKey;
  if (state === "live") return null;
  return (
    <Alert tone={state === "expiring" ? "warning" : "info"} title={states(state)} className="mb-4">
      {state === "expiring" && (
        <p>{t.rich("ends", { time: () => <Timestamp value={expires_at} timeZone={timeZone} zoneShown /> })}</p>
      )}
      {replaced_by_id && (
        <Link href={`${path}/${replaced_by_id}`} className="underline">
          {t("openNewer")}
        </Link>
      )}
    </Alert>
  );
}

export function KeyFacts({ apiKey, tenantPath, timeZone }: { apiKey: ApiKey; tenantPath: string; timeZone: string }) {
  const t = useTranslations("server.apiKeys");
  const labels = useTranslations("client.apiKeys");
  const { accounts, restricted_to_accounts, expires_at, last_used_at, revoked_at, revocation_reason, replaces_id } =
    apiKey;
  return (
    <Card title={t("details")}>
      <DescriptionList columns={2}>
        <DescriptionItem term={labels("lastUsed")}>
          {last_used_at ? <Timestamp value={last_used_at} timeZone={timeZone} zoneShown /> : labels("never")}
        </DescriptionItem>
        <DescriptionItem term={labels("expires")}>
          {expires_at ? <Timestamp value={expires_at} timeZone={timeZone} zoneShown /> : labels("never")}
        </DescriptionItem>
        <DescriptionItem term={labels("created")}>
          <Timestamp value={apiKey.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term={labels("createdBy")}>{apiKey.created_by_name}</DescriptionItem>
        {revoked_at && (
          <DescriptionItem term={t("revoked")}>
            <Timestamp value={revoked_at} timeZone={timeZone} zoneShown />
            {revocation_reason && <span className="block">{revocation_reason}</span>}
          </DescriptionItem>
        )}
        {replaces_id && (
          <DescriptionItem term={t("replaces")}>
            <Link href={`${tenantPath}/api-keys/${replaces_id}`} className={LINK}>
              {t("keyBefore")}
            </Link>
          </DescriptionItem>
        )}
        <DescriptionItem term={labels("accounts")}>
          {restricted_to_accounts ? <ReachedAccounts accounts={accounts} tenantPath={tenantPath} /> : t("allAccounts")}
        </DescriptionItem>
        <DescriptionItem term={labels("id")}>
          <CopyableId id={apiKey.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function KeyPermissions({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations("client.apiKeys");
  return (
    <Card title={t("permissions")}>
      <PermissionList permissions={apiKey.permissions} />
    </Card>
  );
}
