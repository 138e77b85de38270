"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ApiKey, NewApiKey } from "@/lib/api-keys/schema";
import { revokeApiKeyAction } from "../actions";
import { SecretDialog } from "../secret-dialog";
import { RotateDialog } from "./rotate-dialog";

export interface KeyActionsProps {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  apiKey: ApiKey;
}

/** Rotates and revokes, as far as the key's state lets it. */
export function KeyActions({ tenantSlug, path, apiKey }: KeyActionsProps) {
  const router = useRouter();
  // Held here, and not in the dialog: a rotated key can no longer be rotated, so that the dialog goes while this stays.
  const [made, setMade] = useState<NewApiKey | null>(null);
  const isAlive = apiKey.state === "live" || apiKey.state === "expiring";
  return (
    <>
      {isAlive && (
        <ConfirmDialog
          trigger={<Button variant="danger-outline">Revoke</Button>}
          title={`Revoke “${apiKey.name}”?`}
          description="From the next request on, everything that uses this key is refused. This cannot be undone."
          confirmLabel="Revoke key"
          action={() => revokeApiKeyAction(tenantSlug, { id: apiKey.id })}
          onSuccess={() => toast.success("Key revoked")}
        />
      )}
      {apiKey.state === "live" && <RotateDialog tenantSlug={tenantSlug} apiKey={apiKey} onRotated={setMade} />}
      <SecretDialog made={made} onDone={() => made && router.push(`${path}/${made.api_key.id}`)} />
    </>
  );
}
