import { RotateCw } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import type { Texts } from "@/lib/messages/texts";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { resendDeliveriesAction } from "../../_lists/bulk-actions";
import { matching } from "../../_lists/matching";

const nameOf = ({ event_type, id }: WebhookDelivery) => `${event_type} ${shortId(id)}`;

/** What can be done to many deliveries at once. */
export function deliveryBulk(
  t: Texts<"client.webhooks">,
  tenantSlug: string,
  first: string,
): BulkActions<WebhookDelivery> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "webhook_deliveries", first),
    actions: [
      {
        id: "resend",
        label: t("sendAgain"),
        icon: RotateCw,
        title: (count) => t("bulkResend.title", { count }),
        description: t("bulkResend.help"),
        run: (ids) => resendDeliveriesAction(tenantSlug, { ids }),
        done: (count) => t("bulkResend.done", { count }),
      },
    ],
  };
}
