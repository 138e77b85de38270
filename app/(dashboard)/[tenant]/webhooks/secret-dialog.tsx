"use client";

import { SecretDialog as Shown } from "@/components/ui/secret-dialog";

export interface SecretDialogProps {
  /** The secret that was just made; `null` while there is none. */
  secret: string | null;
  onDone: () => void;
}

/** Shows an endpoint's secret once. */
export function SecretDialog({ secret, onDone }: SecretDialogProps) {
  return (
    <Shown
      title="Signing secret"
      description="Your receiver checks with it that requests come from here."
      secret={secret}
      label="Signing secret"
      kept="I have stored the secret in a safe place"
      onDone={onDone}
    />
  );
}
