import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { maskRecord } from "../personal-data";
import { type ListSource, listPage, type ReadClient, type ReadPart, sql, tenantRead } from "../tenant-db";
import { type DefaultView, type SavedView, savedViewList, type ViewableLists, type ViewsOfList } from "./schema";
import { permittedQuery } from "./view-query";

// Who finds a view is a matter between colleagues, and decided here; what a view shows is decided by the list's own query.

/** More than anybody keeps of one list. */
const MAX_VIEWS = 200;

/** The membership that views belong to; null for a key, a guest, and whoever looks as somebody else: they own nothing. */
export function ownerOf(actor: TenantActor): string | null {
  return actor.kind === "member" && !actor.view && !actor.visit ? actor.membershipId : null;
}

type StoredView = Omit<SavedView, "left_out">;

/** The view as the actor may read it: names and filters hold customers' addresses too. */
function forReader(actor: TenantActor, view: StoredView, lists: ViewableLists): SavedView {
  const list = lists.get(view.list);
  const { query, left_out } = list ? permittedQuery(list.definition, view.query, actor) : { query: "", left_out: [] };
  return { ...maskRecord(actor, view), query, left_out };
}

const columns = (actor: TenantActor) => sql`
  x.id, x.list, x.name, case when x.audience = 'role' and x.role_id is null then 'private' else x.audience end as audience,
  (select jsonb_build_object('id', r.id, 'name', r.name) from roles r where r.tenant_id = x.tenant_id and r.id = x.role_id) as role,
  x.query,
  jsonb_build_object('name', coalesce((select m.full_name from app.member_names() m
    where m.membership_id = x.membership_id limit 1), 'Former member')) as owner,
  coalesce(x.membership_id = ${ownerOf(actor)}::uuid, false) as is_own,
  exists (select 1 from saved_view_defaults d where d.tenant_id = x.tenant_id and d.membership_id = ${ownerOf(actor)}::uuid
    and d.list = x.list and d.view_id = x.id) as is_default,
  exists (select 1 from saved_view_watches w where w.tenant_id = x.tenant_id and w.membership_id = ${ownerOf(actor)}::uuid
    and w.view_id = x.id) as is_watched,
  ${ownerOf(actor)}::uuid is not null and (${mayShare(actor)}::boolean or (x.membership_id = ${ownerOf(actor)}::uuid
    and (x.audience = 'private' or (x.audience = 'role' and x.role_id is null)))) as may_change,
  x.created_at, x.updated_at`;

/** Views that the actor finds: the own, everybody's, those of the own roles (of any, for who may share), of lists it may read. */
function findable(actor: TenantActor, lists: ViewableLists) {
  const readable = [...lists].filter(([, { permission }]) => actor.permissions.has(permission)).map(([name]) => name);
  const owner = ownerOf(actor);
  return sql`x.list = any (${readable}::text[]) and (x.membership_id = ${owner}::uuid or x.audience = 'everyone'
    or (x.audience = 'role' and x.role_id is not null and (${mayShare(actor)}::boolean or exists (select 1 from membership_roles mr
      where mr.tenant_id = x.tenant_id and mr.membership_id = ${owner}::uuid and mr.role_id = x.role_id))))`;
}

/** True if the actor may change what others find. */
export function mayShare(actor: TenantActor): boolean {
  return actor.permissions.has("views:share");
}

/** One page of the views that the actor finds, of all lists. */
export async function listSavedViews(
  actor: TenantActor,
  query: ListQuery<typeof savedViewList>,
  lists: ViewableLists,
): Promise<Page<SavedView>> {
  const isDeleted = query.filters.deleted?.value ?? false;
  const source: ListSource = {
    definition: savedViewList,
    table: "saved_views",
    columns: columns(actor),
    accountColumn: null,
    where: sql`(x.deleted_at is not null) = ${isDeleted}::boolean and ${findable(actor, lists)}`,
    conditions: { deleted: () => null },
  };
  const page = await tenantRead(actor, null, (db) => listPage<StoredView>(db, actor, source, query));
  return { ...page, items: page.items.map((view) => forReader(actor, view, lists)) };
}

/** The views of one list, by name, for its menu. */
export async function listViewsOf(
  actor: TenantActor,
  { list }: { list: string },
  lists: ViewableLists,
): Promise<ViewsOfList> {
  return tenantRead(actor, null, async (db) => {
    const views = await db.rows<StoredView>(
      sql`select ${columns(actor)} from saved_views x where x.tenant_id = ${actor.tenantId}::uuid and x.deleted_at is null
          and x.list = ${list} and ${findable(actor, lists)} order by lower(x.name), x.id limit ${MAX_VIEWS}`,
      "saved_views_of_list",
    );
    const isSharing = mayShare(actor) && ownerOf(actor) !== null;
    const roles = isSharing
      ? await db.rows<{ id: string; name: string }>(
          sql`select r.id, r.name from roles r where r.tenant_id = ${actor.tenantId}::uuid order by lower(r.name), r.id`,
          "saved_views_roles",
        )
      : [];
    return { views: views.map((view) => forReader(actor, view, lists)), roles };
  });
}

/** One view that the actor finds. @throws AppError `not_found` */
export async function getSavedView(
  actor: TenantActor,
  input: { id: string },
  lists: ViewableLists,
): Promise<SavedView> {
  return tenantRead(actor, null, (db) => readSavedView(db, actor, input.id, lists));
}

/**
 * What a list's page shows besides its parameters: the view of that id, or without an id the one that the list opens
 * with. Null where there is none, or not for this actor: an address may name a view that is gone.
 */
export async function findShownView(
  actor: TenantActor,
  list: string,
  viewId: string | null,
  lists: ViewableLists,
): Promise<SavedView | null> {
  const owner = ownerOf(actor);
  if (!viewId && !owner) return null;
  const [row] = await tenantRead(actor, null, (db) =>
    viewId
      ? db.rows<StoredView>(
          sql`select ${columns(actor)} from saved_views x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${viewId}::uuid
              and x.list = ${list} and x.deleted_at is null and ${findable(actor, lists)}`,
          "saved_views_shown",
        )
      : db.rows<StoredView>(
          sql`select ${columns(actor)} from saved_view_defaults f join saved_views x on x.tenant_id = f.tenant_id and x.id = f.view_id
              where f.tenant_id = ${actor.tenantId}::uuid and f.membership_id = ${owner}::uuid and f.list = ${list}
              and x.list = f.list and x.deleted_at is null and ${findable(actor, lists)}`,
          "saved_views_default",
        ),
  );
  return row ? forReader(actor, row, lists) : null;
}

/** The lists that open with a view of the actor's choice; whether it may be shown is asked with the view. */
export function listsWithDefaultViewPart(actor: TenantActor): ReadPart<string[]> {
  return {
    permission: null,
    query: sql`select coalesce(jsonb_agg(f.list), '[]') from saved_view_defaults f
      where f.tenant_id = ${actor.tenantId}::uuid and f.membership_id = ${ownerOf(actor)}::uuid`,
  };
}

/** The view that a list opens with, for whoever asks. @throws AppError `not_found` for a list that is none of theirs */
export async function getDefaultView(
  actor: TenantActor,
  input: { list: string },
  lists: ViewableLists,
): Promise<DefaultView> {
  requireList(actor, input.list, lists);
  return { list: input.list, view: await findShownView(actor, input.list, null, lists) };
}

/** The stored view inside a running unit of work. @throws AppError `not_found` also for one that is for others */
export async function readSavedView(
  db: ReadClient,
  actor: TenantActor,
  id: string,
  lists: ViewableLists,
  isDeleted = false,
): Promise<SavedView> {
  const [row] = await db.rows<StoredView>(
    sql`select ${columns(actor)} from saved_views x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid
        and (x.deleted_at is not null) = ${isDeleted}::boolean and ${findable(actor, lists)}`,
    "saved_views_by_id",
  );
  if (!row) throw new AppError("not_found", "View not found");
  return forReader(actor, row, lists);
}

/** The list of that name, as far as the actor may read it. @throws AppError `not_found`, `forbidden` */
export function requireList(actor: TenantActor, name: string, lists: ViewableLists) {
  const list = lists.get(name);
  if (!list) throw new AppError("not_found", "There is no such list");
  if (!actor.permissions.has(list.permission))
    throw new AppError("forbidden", undefined, { data: { permission: list.permission } });
  return list;
}
