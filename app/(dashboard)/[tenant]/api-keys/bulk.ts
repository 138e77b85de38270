import { Ban } from "lucide-react";
import type { BulkActions } from "@/components/data-table/bulk-action";
import type { ApiKey } from "@/lib/api-keys/schema";
import { revokeKeysAction } from "../_lists/bulk-actions";
import { counted, matching } from "../_lists/matching";

const nameOf = ({ name }: ApiKey) => name;
const keys = (count: number) => counted(count, "key");

/** What can be done to many access keys at once. */
export function apiKeyBulk(tenantSlug: string, first: string): BulkActions<ApiKey> {
  return {
    nameOf,
    findMatching: matching(tenantSlug, "api_keys", first),
    actions: [
      {
        id: "revoke",
        label: "Revoke keys",
        icon: Ban,
        tone: "danger",
        fits: ({ state }) => state === "live" || state === "expiring",
        title: (count) => `Revoke ${keys(count)}?`,
        description: "From the next request on, everything that uses them is refused. This cannot be undone.",
        run: (ids) => revokeKeysAction(tenantSlug, { ids }),
        done: (count) => `${keys(count)} revoked`,
      },
    ],
  };
}
