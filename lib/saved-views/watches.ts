import type { MemberActor, SystemActor, TenantActor } from "../actor";
import { env } from "../env";
import { AppError } from "../errors";
import type { ListQuery, Page } from "../list-query";
import { reportError } from "../logger";
import { layOutMail } from "../mail-layout";
import { mailListName, mailTexts } from "../messages/mail-texts";
import { systemActor } from "../system-actor";
import {
  type Addressee,
  queueMail,
  sql,
  takeDueWatches,
  tenantRead,
  tenantWrite,
  type Watch,
  type WriteClient,
  watchingMember,
} from "../tenant-db";
import { getSavedView, ownerOf } from "./queries";
import type { SavedView, ViewableLists } from "./schema";
import { readViewQuery } from "./view-query";

/** Reads the rows of a list, by its name. */
export type RowSources = ReadonlyMap<string, { read(actor: TenantActor, query: ListQuery): Promise<Page<object>> }>;

/** More than anybody follows, and few enough to look at every few minutes. */
const MAX_WATCHES = 50;
const BATCH = 50;
/** The job ends before its next turn by the clock. */
const LONGEST_MS = 120_000;

/** Watches a view that the actor finds, for the actor alone. Doing so twice is no error. @throws AppError `not_found`, `conflict` */
export async function watchSavedView(
  actor: MemberActor,
  input: { id: string },
  lists: ViewableLists,
  sources: RowSources,
): Promise<SavedView> {
  const membershipId = requireWatcher(actor);
  const view = await getSavedView(actor, input, lists);
  const timeZone = await tenantRead(actor, null, async (db) => {
    const person = await db.rows<{ time_zone: string }>(
      sql`select u.time_zone from users u where u.id = ${actor.userId}::uuid`,
      "watcher_time_zone",
    );
    return person[0]?.time_zone ?? "UTC";
  });
  const isEmpty = await isViewEmpty(actor, view, timeZone, lists, sources);
  if (isEmpty === null)
    throw new AppError("conflict", "You do not see all that this view asks for, so it cannot be watched");
  await tenantWrite(actor, null, "saved_views.watch", async (db) => {
    const count = await db.savedViewWatch.count({ where: { membershipId, viewId: { not: input.id } } });
    if (count >= MAX_WATCHES) throw new AppError("conflict", `You watch ${count} views: end some of them first`);
    await db.rows(
      sql`insert into saved_view_watches (tenant_id, membership_id, view_id, is_empty)
          values (${actor.tenantId}::uuid, ${membershipId}::uuid, ${input.id}::uuid, ${isEmpty}) on conflict do nothing`,
      "saved_views_watch",
    );
  });
  return { ...view, is_watched: true };
}

/** Watches a view no more. Doing so twice is no error. @throws AppError `not_found` */
export async function unwatchSavedView(
  actor: MemberActor,
  input: { id: string },
  lists: ViewableLists,
): Promise<SavedView> {
  const membershipId = requireWatcher(actor);
  const view = await getSavedView(actor, input, lists);
  await tenantWrite(actor, null, "saved_views.unwatch", (db) =>
    db.savedViewWatch.deleteMany({ where: { membershipId, viewId: input.id } }),
  );
  return { ...view, is_watched: false };
}

function requireWatcher(actor: MemberActor): string {
  const owner = ownerOf(actor);
  if (!owner) throw new AppError("forbidden", "Views are watched by members, for themselves");
  return owner;
}

/**
 * Job `views.watch`: looks at the watched views whose turn it is, each as whoever watches it, and tells them of those that
 * are no longer empty. One that cannot be read holds up no other.
 */
export async function checkWatchedViews(lists: ViewableLists, sources: RowSources): Promise<void> {
  const endsAtMs = Date.now() + LONGEST_MS;
  for (;;) {
    const watches = await takeDueWatches(BATCH);
    for (const watch of watches) {
      try {
        await checkWatch(watch, lists, sources);
      } catch (error) {
        // Its rights ended in between, or its query takes too long: it has its next turn.
        const isExpected = error instanceof AppError && error.status < 500;
        if (!isExpected) reportError(error, { component: "views.watch" });
      }
    }
    if (watches.length < BATCH || Date.now() > endsAtMs) return;
  }
}

async function checkWatch(watch: Watch, lists: ViewableLists, sources: RowSources): Promise<void> {
  const job = systemActor(watch.tenantId, "views.watch");
  const watching = await watchingMember(job, watch);
  if (!watching) return;
  const { actor, timeZone } = watching;
  const view = await getSavedView(actor, { id: watch.viewId }, lists);
  const isEmpty = await isViewEmpty(actor, view, timeZone, lists, sources);
  if (isEmpty === null) return;
  await tenantWrite(job, null, "views.watch", async (db) => {
    const wasEmpty = await noteState(db, watch, isEmpty);
    if (wasEmpty && !isEmpty) await tell(db, job, actor.userId, view);
  });
}

/** Whether the actor sees no row in the view; null where part of what it asks for is not theirs to ask, or is gone. */
async function isViewEmpty(
  actor: MemberActor,
  view: SavedView,
  timeZone: string,
  lists: ViewableLists,
  sources: RowSources,
): Promise<boolean | null> {
  const list = lists.get(view.list);
  const source = sources.get(view.list);
  if (!list || !source) return null;
  const { query, issues } = readViewQuery(list.definition, view, timeZone);
  // Without one of its filters the view would hold rows that nobody asked for.
  if (issues.length > 0) return null;
  const { items } = await source.read(actor, { ...query, size: 1, cursor: null, direction: "next", page: null });
  return items.length === 0;
}

/** Notes how it stands, and answers how it stood before; null: unknown, or the watch is gone. */
async function noteState(db: WriteClient, watch: Watch, isEmpty: boolean): Promise<boolean | null> {
  const [before] = await db.rows<{ is_empty: boolean | null }>(
    sql`update saved_view_watches w set is_empty = ${isEmpty}
        from (select o.is_empty from saved_view_watches o where o.tenant_id = ${watch.tenantId}::uuid
          and o.membership_id = ${watch.membershipId}::uuid and o.view_id = ${watch.viewId}::uuid for update) before
        where w.tenant_id = ${watch.tenantId}::uuid and w.membership_id = ${watch.membershipId}::uuid
          and w.view_id = ${watch.viewId}::uuid and w.is_empty is distinct from ${isEmpty}
        returning before.is_empty`,
    "saved_views_note_watch",
  );
  return before?.is_empty ?? null;
}

async function tell(db: WriteClient, job: SystemActor, userId: string, view: SavedView): Promise<void> {
  await db.notice.create({
    data: {
      ...{ tenantId: job.tenantId, recipientId: userId, kind: "view_not_empty", subjectTable: "saved_views" },
      subjectId: view.id,
      details: { view: view.name, list: view.list.replaceAll("_", " ") },
    },
    select: { id: true },
  });
  const [reader] = await db.rows<Addressee & { slug: string; tenant: string }>(
    sql`select p.email, app.reading_locale(p.user_id) as locale, t.slug, t.name as tenant from app.member_profiles() p
        join tenants t on t.id = ${job.tenantId}::uuid
        where p.user_id = ${userId}::uuid and app.wants_mail(p.user_id, 'view_not_empty') limit 1`,
    "saved_views_watcher",
  );
  if (!reader) return;
  const texts = mailTexts(reader.locale);
  const { t } = texts;
  const subject = t("watch.subject", { view: view.name });
  await queueMail(db, {
    to: reader.email,
    kind: "view_not_empty",
    subject,
    ...layOutMail(texts, {
      heading: subject,
      paragraphs: [t("watch.text", { list: mailListName(texts, view.list), tenant: reader.tenant })],
      link: { label: t("watch.open"), href: `${env().appUrl}/${reader.slug}/views/${view.id}` },
      remarks: [t("watch.again")],
    }),
  });
}
