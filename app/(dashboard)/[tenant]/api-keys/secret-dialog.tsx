"use client";

import { SecretDialog as Shown } from "@/components/ui/secret-dialog";
import type { NewApiKey } from "@/lib/api-keys/schema";

export interface SecretDialogProps {
  /** The key that was just made; `null` while there is none. */
  made: NewApiKey | null;
  onDone: () => void;
}

/** Shows a new key once. */
export function SecretDialog({ made, onDone }: SecretDialogProps) {
  return (
    <Shown
      title={`Key “${made?.api_key.name}”`}
      secret={made?.secret ?? null}
      label="API key"
      kept="I have stored the key in a safe place"
      onDone={onDone}
    />
  );
}
