import { Ban, Tags } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import { mayBecome } from "@/lib/payment-intents/lifecycle";
import { cancelPaymentsAction, changeMetadataAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";
import { MetadataFields } from "./metadata-fields";
import type { PaymentRow } from "./payment-row";

const nameOf = ({ reference, id }: PaymentRow) => reference ?? shortId(id);
const payments = (count: number) => counted(count, "payment");

/** What can be done to many payments at once. */
export function paymentBulk(tenantSlug: string, first: string): BulkActions<PaymentRow> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "payment_intents", first),
    actions: [
      {
        id: "metadata",
        label: "Change metadata",
        icon: Tags,
        title: (count) => `Change the metadata of ${payments(count)}`,
        description: "One key is set or removed; all others stay as they are.",
        Fields: MetadataFields,
        run: (ids, values) => changeMetadataAction(tenantSlug, { ids, ...values }),
        done: (count) => `Metadata of ${payments(count)} changed`,
      },
      {
        id: "cancel",
        label: "Cancel payments",
        icon: Ban,
        tone: "danger",
        fits: ({ status }) => mayBecome(status, "CANCELED"),
        title: (count) => `Cancel ${payments(count)}?`,
        description: "They will not be collected. This cannot be undone.",
        run: (ids) => cancelPaymentsAction(tenantSlug, { ids }),
        done: (count) => `${payments(count)} canceled`,
      },
    ],
  };
}
