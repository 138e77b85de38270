import { LogOut, UserCheck, UserX } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { Texts } from "@/lib/messages/texts";
import type { User } from "@/lib/users/schema";
import { matching } from "../_lists/matching";
import { deactivateUsersAction, endSessionsOfUsersAction, reactivateUsersAction } from "./actions";

const nameOf = ({ full_name, email }: User) => full_name || email;
const mayEnter = ({ disabled_at }: User) => disabled_at === null;

/** What can be done to many people at once. */
export function userBulk(t: Texts<"client.adminUsers">, first: string): BulkActions<User> {
  return {
    nameOf,
    findMatching: matching("users", first),
    actions: [
      {
        id: "deactivate",
        label: t("deactivate.label"),
        icon: UserX,
        tone: "danger",
        fits: mayEnter,
        title: (count) => t("bulkDeactivate.title", { count }),
        description: t("bulkDeactivate.help"),
        reasonReadBy: t("bulkReadByTenants"),
        run: (ids, values) => deactivateUsersAction({ ids, ...values }),
        done: (count) => t("bulkDeactivate.done", { count }),
        undo: (ids) => reactivateUsersAction({ ids, reason: t("bulkDeactivate.undoReason") }),
      },
      {
        id: "reactivate",
        label: t("reactivate.label"),
        icon: UserCheck,
        fits: (user) => !mayEnter(user),
        title: (count) => t("bulkReactivate.title", { count }),
        description: t("bulkReactivate.help"),
        reasonReadBy: t("bulkReadByTenants"),
        run: (ids, values) => reactivateUsersAction({ ids, ...values }),
        done: (count) => t("bulkReactivate.done", { count }),
      },
      {
        id: "end-sessions",
        label: t("bulkSessions.label"),
        icon: LogOut,
        tone: "danger",
        // Who is shut out has none.
        fits: mayEnter,
        title: (count) => t("bulkSessions.title", { count }),
        description: t("bulkSessions.help"),
        reasonReadBy: t("bulkReadBy"),
        run: (ids, values) => endSessionsOfUsersAction({ ids, ...values }),
        done: (count) => t("bulkSessions.done", { count }),
      },
    ],
  };
}
