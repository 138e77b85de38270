import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import type { ApiKey } from "@/lib/api-keys/schema";
import { permissionGroups } from "../scopes";
import { KEY_STATES } from "../states";

const LINK = "text-accent hover:underline";

/** What a state other than “live” means, and where the newer key is. */
export function KeyStateNote({ apiKey, path, timeZone }: { apiKey: ApiKey; path: string; timeZone: string }) {
  const { state, expires_at, replaced_by_id } = apiKey;
  if (state === "live") return null;
  return (
    <Alert tone={state === "expiring" ? "warning" : "info"} title={KEY_STATES[state].meaning} className="mb-4">
      {state === "expiring" && (
        <p>
          It ends <Timestamp value={expires_at} timeZone={timeZone} zoneShown />.
        </p>
      )}
      {replaced_by_id && (
        <Link href={`${path}/${replaced_by_id}`} className="underline">
          Open the key that replaces it
        </Link>
      )}
    </Alert>
  );
}

export function KeyFacts({ apiKey, tenantPath, timeZone }: { apiKey: ApiKey; tenantPath: string; timeZone: string }) {
  const { accounts, restricted_to_accounts, expires_at, last_used_at, revoked_at, revocation_reason, replaces_id } =
    apiKey;
  return (
    <Card title="Details">
      <DescriptionList columns={2}>
        <DescriptionItem term="Last used">
          {last_used_at ? <Timestamp value={last_used_at} timeZone={timeZone} zoneShown /> : "Never"}
        </DescriptionItem>
        <DescriptionItem term="Expires">
          {expires_at ? <Timestamp value={expires_at} timeZone={timeZone} zoneShown /> : "Never"}
        </DescriptionItem>
        <DescriptionItem term="Created">
          <Timestamp value={apiKey.created_at} timeZone={timeZone} zoneShown />
        </DescriptionItem>
        <DescriptionItem term="Created by">{apiKey.created_by_name}</DescriptionItem>
        {revoked_at && (
          <DescriptionItem term="Revoked">
            <Timestamp value={revoked_at} timeZone={timeZone} zoneShown />
            {revocation_reason && <span className="block">{revocation_reason}</span>}
          </DescriptionItem>
        )}
        {replaces_id && (
          <DescriptionItem term="Replaces">
            <Link href={`${tenantPath}/api-keys/${replaces_id}`} className={LINK}>
              The key before it
            </Link>
          </DescriptionItem>
        )}
        <DescriptionItem term="Accounts">
          {restricted_to_accounts ? (
            <ul>
              {accounts.map(({ id, name, includes_below }) => (
                <li key={id}>
                  <Link href={`${tenantPath}/accounts/${id}`} className="text-accent underline underline-offset-2">
                    {name}
                  </Link>{" "}
                  <span className="text-muted-foreground text-xs">
                    {includes_below ? "and all below it" : "by itself"}
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            "All, those to come included"
          )}
        </DescriptionItem>
        <DescriptionItem term="Id">
          <CopyableId id={apiKey.id} full />
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
}

export function KeyPermissions({ apiKey }: { apiKey: ApiKey }) {
  return (
    <Card title="Permissions">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {permissionGroups(apiKey.permissions).map(({ label, permissions }) => (
          <div key={label}>
            <dt className="text-muted-foreground text-xs">{label}</dt>
            {permissions.map(({ name, meaning }) => (
              <dd key={name} className="mt-1">
                <code className="font-mono text-xs">{name}</code>
                <span className="block text-muted-foreground text-xs">{meaning}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Card>
  );
}
