import { UserCheck, UserX } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Member } from "@/lib/members/schema";
import type { Texts } from "@/lib/messages/texts";
import { deactivateMembersAction, restoreMembersAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";

const nameOf = ({ name }: Member) => name;

/** What can be done to many members at once: past ones are let in again, present ones are shut out. */
export function memberBulk(
  t: Texts<"client.team">,
  tenantSlug: string,
  first: string,
  isPast: boolean,
): BulkActions<Member> {
  const restoreAll = (ids: string[]) => restoreMembersAction(tenantSlug, { ids });
  const restore: BulkActions<Member>["actions"][number] = {
    id: "restore",
    label: t("bulkRestore.label"),
    icon: UserCheck,
    title: (count) => t("bulkRestore.title", { count }),
    description: t("bulkRestore.help"),
    run: restoreAll,
    done: (count) => t("bulkRestore.done", { count }),
  };
  const deactivate: BulkActions<Member>["actions"][number] = {
    id: "deactivate",
    label: t("bulkDeactivate.label"),
    icon: UserX,
    tone: "danger",
    title: (count) => t("bulkDeactivate.title", { count }),
    description: t("bulkDeactivate.help"),
    run: (ids) => deactivateMembersAction(tenantSlug, { ids }),
    done: (count) => t("bulkDeactivate.done", { count }),
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "members", first), actions: [isPast ? restore : deactivate] };
}
