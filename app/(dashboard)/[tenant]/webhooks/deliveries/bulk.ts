import { RotateCw } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import type { WebhookDelivery } from "@/lib/webhook-endpoints/delivery-schema";
import { resendDeliveriesAction } from "../../_lists/bulk-actions";
import { counted, matching } from "../../_lists/matching";

const nameOf = ({ event_type, id }: WebhookDelivery) => `${event_type} ${shortId(id)}`;
const deliveries = (count: number) => counted(count, "delivery", "deliveries");

/** What can be done to many deliveries at once. */
export function deliveryBulk(tenantSlug: string, first: string): BulkActions<WebhookDelivery> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "webhook_deliveries", first),
    actions: [
      {
        id: "resend",
        label: "Send again",
        icon: RotateCw,
        title: (count) => `Send ${deliveries(count)} again?`,
        description: "With the same id and body: receivers tell by the id whether they have had one.",
        run: (ids) => resendDeliveriesAction(tenantSlug, { ids }),
        done: (count) => `${deliveries(count)} on the way again`,
      },
    ],
  };
}
