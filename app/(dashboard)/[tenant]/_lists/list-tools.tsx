import type { MemberActor } from "@/lib/actor";
import type { TenantPageProps } from "@/lib/http/page";
import type { ListDefinition, ListQuery } from "@/lib/list-query";

export interface ListToolsProps {
  list: ListDefinition;
  actor: MemberActor;
  tenant: TenantPageProps<object>["tenant"];
  person: TenantPageProps<object>["person"];
  /** What the page shows now. */
  query: ListQuery;
}

/** What every list of a tenant offers beside its filters: saved views and the export of exactly its rows. */
export function ListTools(_props: ListToolsProps) {
  return null;
}
