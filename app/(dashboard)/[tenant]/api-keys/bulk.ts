import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { ApiKey } from "@/lib/api-keys/schema";
import type { Texts } from "@/lib/messages/texts";
import { revokeKeysAction } from "../_lists/bulk-actions";
import { matching } from "../_lists/matching";

const nameOf = ({ name }: ApiKey) => name;

/** What can be done to many access keys at once. */
export function apiKeyBulk(t: Texts<"client.apiKeys">, tenantSlug: string, first: string): BulkActions<ApiKey> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "api_keys", first),
    actions: [
      {
        id: "revoke",
        label: t("bulkRevoke.label"),
        icon: Ban,
        tone: "danger",
        fits: ({ state }) => state === "live" || state === "expiring",
        title: (count) => t("bulkRevoke.title", { count }),
        description: t("bulkRevoke.help"),
        run: (ids) => revokeKeysAction(tenantSlug, { ids }),
        done: (count) => t("bulkRevoke.done", { count }),
      },
    ],
  };
}
