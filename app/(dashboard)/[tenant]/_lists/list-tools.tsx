import { useSentence } from "@/components/locale/use-sentence";
import type { MemberActor } from "@/lib/actor";
import { TENANT_LISTS } from "@/lib/http/lists";
import type { TenantPageProps } from "@/lib/http/page";
import { type ListDefinition, type ListQuery, listUrl } from "@/lib/list-query";
import { mayShare, ownerOf } from "@/lib/saved-views/queries";
import type { SavedView } from "@/lib/saved-views/schema";
import { ExportButton } from "../_exports/export-button";
import { ViewsMenu } from "../_views/views-menu";

export interface ListToolsProps {
  list: ListDefinition;
  actor: MemberActor;
  tenant: TenantPageProps<object>["tenant"];
  person: TenantPageProps<object>["person"];
  /** What the page shows now. */
  query: ListQuery;
  /** The saved view that the page shows or started from. */
  view: SavedView | null;
}

/** What every list of a tenant offers beside its filters: saved views and the export of exactly its rows. */
export function ListTools({ list, actor, tenant, person, query, view }: ListToolsProps) {
  const sentence = useSentence();
  const { path: below = "", label = "" } = TENANT_LISTS.get(list.name) ?? {};
  const path = `/${tenant.slug}${below}`;
  const start = { ...query, cursor: null, direction: "next", page: null } as const;
  const current = listUrl(list, start, "").slice(1);
  const isOneself = ownerOf(actor) !== null;
  return (
    <>
      <ViewsMenu
        list={list.name}
        tenantSlug={tenant.slug}
        path={path}
        view={view}
        current={current}
        maySave={isOneself}
        mayShare={mayShare(actor)}
      />
      {isOneself && (
        <ExportButton
          list={list.name}
          label={sentence(label)}
          tenantSlug={tenant.slug}
          query={current}
          timeZone={person.timeZone}
        />
      )}
    </>
  );
}
