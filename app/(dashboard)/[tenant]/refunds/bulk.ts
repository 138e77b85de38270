import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import type { Refund } from "@/lib/refunds/schema";
import { cancelRefundsAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";

const nameOf = ({ payment_intent }: Refund) => payment_intent.reference ?? shortId(payment_intent.id);
const refunds = (count: number) => counted(count, "refund");

/** What can be done to many refunds at once. Approving is not among it: each is looked at by itself. */
export function refundBulk(tenantSlug: string, first: string): BulkActions<Refund> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "refunds", first),
    actions: [
      {
        id: "cancel",
        label: "Cancel refunds",
        icon: Ban,
        tone: "danger",
        fits: ({ status }) => status === "PENDING",
        title: (count) => `Cancel ${refunds(count)}?`,
        description:
          "The money will not go back to the customers. Those that are with the provider already go on. You can refund the payments again later.",
        run: (ids) => cancelRefundsAction(tenantSlug, { ids }),
        done: (count) => `${refunds(count)} canceled`,
      },
    ],
  };
}
