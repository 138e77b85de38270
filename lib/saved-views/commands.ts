import type { MemberActor } from "../actor";
import { AppError, fieldError } from "../errors";
import { type ConstraintMessages, sql, tenantWrite, type WriteClient } from "../tenant-db";
import { mayShare, ownerOf, readSavedView, requireList } from "./queries";
import type {
  CreateSavedViewInput,
  DefaultView,
  SavedView,
  SetDefaultViewInput,
  UpdateSavedViewInput,
  ViewAudience,
  ViewableLists,
} from "./schema";
import { canonicalQuery } from "./view-query";

const nameTaken = () => fieldError("name", "A view of this list with this name already exists", "already_exists");
const constraints: ConstraintMessages = {
  saved_views_own_name: nameTaken,
  saved_views_role_name: nameTaken,
  saved_views_everyone_name: nameTaken,
  saved_views_tenant_id_role_id_fkey: () => fieldError("role_id", "The role does not exist"),
};

/** More of one list is a list of its own, which nobody finds anything in. */
const MAX_OWN_VIEWS = 100;

/**
 * Saves the state of a list that the actor may read.
 * @throws AppError `already_exists` for a taken name, `validation_error` for a query that the list does not know,
 * `forbidden` to share without the permission
 */
export async function createSavedView(
  actor: MemberActor,
  input: CreateSavedViewInput,
  lists: ViewableLists,
): Promise<SavedView> {
  return tenantWrite(
    actor,
    null,
    "saved_views.create",
    async (db) => {
      const membershipId = requireOwner(actor);
      const { definition } = listOfField(actor, input.list, lists);
      if (input.audience !== "private") requireShare(actor);
      await checkRole(db, actor, input.audience, input.role_id);
      const count = await db.savedView.count({ where: { membershipId, list: input.list, deletedAt: null } });
      if (count >= MAX_OWN_VIEWS)
        throw new AppError("conflict", `You have ${count} views of this list: delete some that you no longer need`);
      const { id } = await db.savedView.create({
        data: {
          tenantId: actor.tenantId,
          membershipId,
          list: input.list,
          name: input.name,
          audience: input.audience,
          roleId: input.audience === "role" ? input.role_id : null,
          query: canonicalQuery(definition, input.query),
        },
        select: { id: true },
      });
      return readSavedView(db, actor, id, lists);
    },
    { constraints },
  );
}

/**
 * Changes the fields that are present. What others find changes only by those who may share.
 * @throws AppError `forbidden` for a view that is another's, or shared, without the permission
 */
export async function updateSavedView(
  actor: MemberActor,
  input: UpdateSavedViewInput,
  lists: ViewableLists,
): Promise<SavedView> {
  return tenantWrite(
    actor,
    null,
    "saved_views.update",
    async (db) => {
      requireOwner(actor);
      const before = await lockView(db, actor, input.id, lists);
      const { definition } = listOfField(actor, before.list, lists);
      const audience = input.audience ?? before.audience;
      const isTakenBack = before.is_own && audience === "private";
      if (!(before.may_change || isTakenBack)) requireShare(actor);
      if (audience !== "private" && (input.audience || input.role_id !== undefined)) requireShare(actor);
      // Nobody else's view becomes theirs alone: it would vanish for whoever did it.
      if (!before.is_own && audience === "private")
        throw fieldError("audience", "Only its owner can keep a view to themselves");
      const roleId =
        audience === "role" ? (input.role_id === undefined ? (before.role?.id ?? null) : input.role_id) : null;
      await checkRole(db, actor, audience, roleId);
      await db.savedView.updateMany({
        where: { id: input.id },
        data: {
          name: input.name,
          audience,
          roleId,
          query: input.query === undefined ? undefined : canonicalQuery(definition, input.query),
        },
      });
      // Whoever watches it has seen nothing of the new query yet.
      if (input.query !== undefined)
        await db.savedViewWatch.updateMany({ where: { viewId: input.id }, data: { isEmpty: null } });
      return readSavedView(db, actor, input.id, lists);
    },
    { constraints },
  );
}

/** Soft-deletes a view; where a list opened with it, it opens as it comes. The owner always may. */
export async function deleteSavedView(
  actor: MemberActor,
  input: { id: string },
  lists: ViewableLists,
): Promise<SavedView> {
  return tenantWrite(actor, null, "saved_views.delete", async (db) => {
    requireOwner(actor);
    const view = await lockView(db, actor, input.id, lists);
    if (!(view.may_change || view.is_own)) requireShare(actor);
    await db.savedView.updateMany({ where: { id: input.id }, data: { deletedAt: new Date() } });
    return view;
  });
}

/** Brings a deleted view back, to those who had it and where it was first. @throws AppError `already_exists` */
export async function restoreSavedView(
  actor: MemberActor,
  input: { id: string },
  lists: ViewableLists,
): Promise<SavedView> {
  return tenantWrite(
    actor,
    null,
    "saved_views.restore",
    async (db) => {
      requireOwner(actor);
      const view = await readSavedView(db, actor, input.id, lists, true);
      if (!(view.may_change || view.is_own)) requireShare(actor);
      await db.savedView.updateMany({ where: { id: input.id }, data: { deletedAt: null } });
      return readSavedView(db, actor, input.id, lists);
    },
    { constraints },
  );
}

/** Says with which view a list opens for the actor; null: as it comes. @throws AppError `not_found` */
export async function setDefaultView(
  actor: MemberActor,
  input: SetDefaultViewInput,
  lists: ViewableLists,
): Promise<DefaultView> {
  return tenantWrite(actor, null, "saved_views.set_default", async (db) => {
    const membershipId = requireOwner(actor);
    const { list, view_id: viewId } = input;
    listOfField(actor, list, lists);
    if (viewId === null) {
      await db.savedViewDefault.deleteMany({ where: { membershipId, list } });
      return { list, view: null };
    }
    const view = await readSavedView(db, actor, viewId, lists);
    if (view.list !== list) throw fieldError("view_id", "This is a view of another list");
    await db.rows(
      sql`insert into saved_view_defaults (tenant_id, membership_id, list, view_id)
          values (${actor.tenantId}::uuid, ${membershipId}::uuid, ${list}, ${viewId}::uuid)
          on conflict (tenant_id, membership_id, list) do update set view_id = excluded.view_id`,
      "saved_views_set_default",
    );
    return { list, view: { ...view, is_default: true } };
  });
}

function requireOwner(actor: MemberActor): string {
  const owner = ownerOf(actor);
  if (!owner) throw new AppError("forbidden", "Views are saved by members, for themselves and each other");
  return owner;
}

function requireShare(actor: MemberActor): void {
  if (!mayShare(actor)) throw new AppError("forbidden", undefined, { data: { permission: "views:share" } });
}

/** The list of an input's field `list`. @throws AppError `validation_error`, `forbidden` */
function listOfField(actor: MemberActor, name: string, lists: ViewableLists) {
  if (!lists.has(name)) throw fieldError("list", "There is no such list");
  return requireList(actor, name, lists);
}

/** The view, which nobody else changes from here on. */
async function lockView(db: WriteClient, actor: MemberActor, id: string, lists: ViewableLists): Promise<SavedView> {
  await db.rows(
    sql`select 1 from saved_views x where x.tenant_id = ${actor.tenantId}::uuid and x.id = ${id}::uuid for update`,
    "saved_views_lock",
  );
  return readSavedView(db, actor, id, lists);
}

async function checkRole(
  db: WriteClient,
  actor: MemberActor,
  audience: ViewAudience,
  roleId: string | null,
): Promise<void> {
  if (audience !== "role") return;
  if (roleId === null) throw fieldError("role_id", "Choose the role that finds it");
  const count = await db.role.count({ where: { tenantId: actor.tenantId, id: roleId } });
  if (count === 0) throw fieldError("role_id", "The role does not exist");
}
