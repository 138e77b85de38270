"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { RotateDialog } from "@/components/form/rotate-dialog";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { type ApiKey, type NewApiKey, ROTATION_OVERLAP_HOURS } from "@/lib/api-keys/schema";
import { revokeApiKeyAction, rotateApiKeyAction } from "../actions";
import { SecretDialog } from "../secret-dialog";

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
      {apiKey.state === "live" && (
        <RotateDialog
          trigger="Rotate"
          title={`Rotate “${apiKey.name}”`}
          description="Makes a new key with the same permissions and accounts. The old one ends after the time you choose."
          noun="key"
          overlapHours={ROTATION_OVERLAP_HOURS}
          rotate={(overlap_hours) => rotateApiKeyAction(tenantSlug, { id: apiKey.id, overlap_hours })}
          onRotated={setMade}
        />
      )}
      <SecretDialog made={made} onDone={() => made && router.push(`${path}/${made.api_key.id}`)} />
    </>
  );
}
