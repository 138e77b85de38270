import type { Metadata } from "next";
import { changeTitle } from "@/app/(dashboard)/[tenant]/audit-logs/labels";
import { RecordChanges } from "@/app/(dashboard)/[tenant]/audit-logs/record-changes";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { NavLink } from "@/components/data-table/nav-link";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { getPlatformAuditLog } from "@/lib/audit-logs/queries";
import { adminPage } from "@/lib/http/page";
import { EntryFacts } from "./entry-facts";

export const metadata: Metadata = { title: "Audit log entry" };

export default adminPage<{ id: string }>(async ({ admin, person, params, searchParams }) => {
  const entry = await getPlatformAuditLog(admin, { id: recordId(params.id) });
  const path = `/admin/audit-logs/${entry.id}`;
  const all = searchParams.fields === "all";
  const title = changeTitle(entry);
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Audit log", href: "/admin/audit-logs" }, { label: title }]}
        title={title}
        description={entry.tenant?.name ?? "The platform"}
      />
      <div className="grid items-start gap-4 xl:grid-cols-3">
        <Card
          className="xl:col-span-2"
          title="Difference"
          actions={
            <NavLink href={all ? path : `${path}?fields=all`} className="text-accent text-xs hover:underline">
              {all ? "Show what matters" : "Show all fields"}
            </NavLink>
          }
        >
          <RecordChanges entry={entry} timeZone={person.timeZone} all={all} />
        </Card>
        <div className="flex min-w-0 flex-col gap-4">
          <EntryFacts entry={entry} timeZone={person.timeZone} />
        </div>
      </div>
    </>
  );
});
