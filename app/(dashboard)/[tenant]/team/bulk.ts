import { UserCheck, UserX } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Member } from "@/lib/members/schema";
import { deactivateMembersAction, restoreMembersAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";

const nameOf = ({ name }: Member) => name;
const members = (count: number) => counted(count, "member");

/** What can be done to many members at once: past ones are let in again, present ones are shut out. */
export function memberBulk(tenantSlug: string, first: string, isPast: boolean): BulkActions<Member> {
  const restoreAll = (ids: string[]) => restoreMembersAction(tenantSlug, { ids });
  const restore: BulkActions<Member>["actions"][number] = {
    id: "restore",
    label: "Restore members",
    icon: UserCheck,
    title: (count) => `Restore ${members(count)}?`,
    description: "They can sign in here again, with the roles and accounts from before.",
    run: restoreAll,
    done: (count) => `${members(count)} restored`,
  };
  const deactivate: BulkActions<Member>["actions"][number] = {
    id: "deactivate",
    label: "Deactivate members",
    icon: UserX,
    tone: "danger",
    title: (count) => `Deactivate ${members(count)}?`,
    description: "From the next request on they see nothing of it any more. You can restore them, with their roles.",
    run: (ids) => deactivateMembersAction(tenantSlug, { ids }),
    done: (count) => `${members(count)} deactivated`,
    undo: restoreAll,
  };
  return { nameOf, findMatching: matching(tenantSlug, "members", first), actions: [isPast ? restore : deactivate] };
}
