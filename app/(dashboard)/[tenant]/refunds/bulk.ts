import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import type { Texts } from "@/lib/messages/texts";
import type { Refund } from "@/lib/refunds/schema";
import { cancelRefundsAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";

const nameOf = ({ payment_intent }: Refund) => payment_intent.reference ?? shortId(payment_intent.id);

/** What can be done to many refunds at once. Approving is not among it: each is looked at by itself. */
export function refundBulk(t: Texts<"client.refunds">, tenantSlug: string, first: string): BulkActions<Refund> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "refunds", first),
    actions: [
      {
        id: "cancel",
        label: t("bulkCancel.label"),
        icon: Ban,
        tone: "danger",
        fits: ({ status }) => status === "PENDING",
        title: (count) => t("bulkCancel.title", { count }),
        description: t("bulkCancel.help"),
        run: (ids) => cancelRefundsAction(tenantSlug, { ids }),
        done: (count) => t("bulkCancel.done", { count }),
      },
    ],
  };
}
