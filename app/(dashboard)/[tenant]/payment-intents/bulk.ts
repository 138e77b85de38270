import { Ban, Tags } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import { shortId } from "@/components/ui/copyable-id";
import type { Texts } from "@/lib/messages/texts";
import { mayBecome } from "@/lib/payment-intents/lifecycle";
import { cancelPaymentsAction, changeMetadataAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";
import { MetadataFields } from "./metadata-fields";
import type { PaymentRow } from "./payment-row";

const nameOf = ({ reference, id }: PaymentRow) => reference ?? shortId(id);

/** What can be done to many payments at once. */
export function paymentBulk(t: Texts<"client.payments">, tenantSlug: string, first: string): BulkActions<PaymentRow> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "payment_intents", first),
    actions: [
      {
        id: "metadata",
        label: t("bulkMetadata.label"),
        icon: Tags,
        title: (count) => t("bulkMetadata.title", { count }),
        description: t("bulkMetadata.help"),
        Fields: MetadataFields,
        run: (ids, values) => changeMetadataAction(tenantSlug, { ids, ...values }),
        done: (count) => t("bulkMetadata.done", { count }),
      },
      {
        id: "cancel",
        label: t("bulkCancel.label"),
        icon: Ban,
        tone: "danger",
        fits: ({ status }) => mayBecome(status, "CANCELED"),
        title: (count) => t("bulkCancel.title", { count }),
        description: t("bulkCancel.help"),
        run: (ids) => cancelPaymentsAction(tenantSlug, { ids }),
        done: (count) => t("bulkCancel.done", { count }),
      },
    ],
  };
}
