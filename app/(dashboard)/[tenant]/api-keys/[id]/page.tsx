import { getTranslations } from "next-intl/server";
import { PastLink } from "@/components/detail/past-link";
import { RawJson } from "@/components/detail/raw-json";
import { RecordNav } from "@/components/detail/record-nav";
import { PageHeader } from "@/components/ui/page-header";
import { listAccountTree } from "@/lib/accounts/queries";
import { getApiKey } from "@/lib/api-keys/queries";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { ViewAsButton } from "../../_access/view-as-button";
import { WhyPanel } from "../../_access/why-panel";
import { RecordHistory, readHistory } from "../../audit-logs/record-history";
import { accountChoices } from "../../options";
import { Permitted } from "../../permitted";
import { permittedData } from "../../permitted-data";
import { recordId } from "../../record-id";
import { LatestRequests, readLatestRequests } from "../../requests/latest-requests";
import { KeyStateBadge } from "../key-state-badge";
import { KeyActions } from "./key-actions";
import { KeyFacts, KeyPermissions, KeyStateNote } from "./key-cards";

export const generateMetadata = pageTitle((t) => t("apiKeys.apiKey"));

export default tenantPage<{ id: string }>(async ({ actor, tenant, person, params }) => {
  const id = recordId(params.id);
  const path = `/${tenant.slug}/api-keys`;
  const t = await getTranslations("server.apiKeys");
  const shared = await getTranslations("client.apiKeys");
  const [apiKey, accounts, history, requests] = await Promise.all([
    getApiKey(actor, { id }),
    permittedData(actor, "accounts:read", () => listAccountTree(actor), []),
    readHistory(actor, "tenant_api_keys", id),
    readLatestRequests(actor, id),
  ]);
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: t("list"), href: path }, { label: apiKey.name }]}
        title={apiKey.name}
        badge={<KeyStateBadge t={shared} state={apiKey.state} />}
        description={
          <code className="font-mono text-xs">
            {apiKey.prefix}…{apiKey.last_four}
          </code>
        }
        nav={<RecordNav tenantSlug={tenant.slug} />}
        actions={
          <>
            <PastLink path={`${path}/${id}`} />
            <Permitted actor={actor} permission="api_keys:write">
              {(apiKey.state === "live" || apiKey.state === "expiring") && (
                <ViewAsButton tenantSlug={tenant.slug} subject={{ api_key_id: id }} label={t("viewAs")} />
              )}
              <KeyActions tenantSlug={tenant.slug} path={path} apiKey={apiKey} />
            </Permitted>
          </>
        }
      />
      <KeyStateNote apiKey={apiKey} path={path} timeZone={person.timeZone} />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
          <KeyFacts apiKey={apiKey} tenantPath={`/${tenant.slug}`} timeZone={person.timeZone} />
          <KeyPermissions apiKey={apiKey} />
          <WhyPanel
            tenantSlug={tenant.slug}
            subject={{ api_key_id: id }}
            name={t("thisKey")}
            accounts={accountChoices(accounts)}
          />
          <LatestRequests requests={requests} apiKeyId={id} tenantPath={`/${tenant.slug}`} timeZone={person.timeZone} />
          <RawJson
            tenantSlug={tenant.slug}
            resource="api_key"
            id={id}
            version={[apiKey.name, apiKey.state, apiKey.expires_at].join()}
          />
        </div>
        <RecordHistory
          history={history}
          table="tenant_api_keys"
          recordId={id}
          tenantPath={`/${tenant.slug}`}
          timeZone={person.timeZone}
        />
      </div>
    </>
  );
});
