import { NotebookPen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { defineList } from "@/lib/list-query";
import { listTenantNotes } from "@/lib/tenant-notes/queries";
import { tenantNoteList } from "@/lib/tenant-notes/schema";
import { NoteItem } from "./note-item";
import { WriteNote } from "./write-note";

export const generateMetadata = pageTitle((t) => t("adminTenants.notes.title"));

/** The page's own list: its tenant is in the path. */
const pageList = defineList({ ...tenantNoteList, defaultSort: { name: "created", direction: "desc" }, filters: {} });

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const t = await getTranslations("server.adminTenants");
  const id = recordId(params.id);
  const { query } = readList(pageList, searchParams, person);
  const page = await listTenantNotes(admin, { ...query, filters: { tenant: { kind: "uuid", values: [id] } } });
  const { previous, next } = linksOf(pageList, query, `/admin/tenants/${id}/notes`, page);
  return (
    <div className="flex w-full max-w-3xl flex-col gap-4">
      <WriteNote tenantId={id} />
      {page.items.length === 0 ? (
        <EmptyState icon={NotebookPen} title={t("notes.none")} description={t("notes.noneHelp")} />
      ) : (
        <Card flush title={t("notes.title")} description={t("notes.help")}>
          <ul className="divide-y">
            {page.items.map((note) => (
              <NoteItem
                key={note.id}
                note={note}
                isOwn={note.author.user_id === admin.userId}
                timeZone={person.timeZone}
              />
            ))}
          </ul>
        </Card>
      )}
      <nav aria-label={t("notes.pages")} className="flex justify-end gap-2 empty:hidden">
        {previous && <ButtonLink href={previous}>{t("notes.newer")}</ButtonLink>}
        {next && <ButtonLink href={next}>{t("notes.older")}</ButtonLink>}
      </nav>
    </div>
  );
});
