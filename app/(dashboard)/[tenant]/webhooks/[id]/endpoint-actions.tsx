"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { RotateDialog } from "@/components/form/rotate-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import { SECRET_OVERLAP_HOURS, type WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
import {
  deleteEndpointAction,
  disableEndpointAction,
  enableEndpointAction,
  rotateSecretAction,
  testEndpointAction,
} from "../actions";
import { SecretDialog } from "../secret-dialog";
import { ResendDialog, type ResendDialogProps } from "./resend-dialog";

export interface EndpointActionsProps extends Pick<ResendDialogProps, "from" | "to" | "timeZone"> {
  tenantSlug: string;
  /** Address of the list. */
  path: string;
  endpoint: WebhookEndpoint;
}

/** All that can be done with an endpoint. */
export function EndpointActions({ tenantSlug, path, endpoint, ...window }: EndpointActionsProps) {
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const { id } = endpoint;
  const isOn = endpoint.status === "enabled";

  function test() {
    startTransition(async () => {
      const result = await testEndpointAction(tenantSlug, { id });
      if (result.ok) router.push(`${path}/deliveries/${result.data.id}`);
      else toastFailure(result.error);
    });
  }

  function enable() {
    startTransition(async () => {
      const result = await enableEndpointAction(tenantSlug, { id });
      if (result.ok) toast.success("The endpoint is on");
      else toastFailure(result.error);
    });
  }

  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="danger-outline">Delete</Button>}
        title="Delete this endpoint?"
        description="Its secrets and the log of what was sent to it go too. This cannot be undone."
        confirmLabel="Delete endpoint"
        action={() => deleteEndpointAction(tenantSlug, { id })}
        onSuccess={() => router.push(path)}
      />
      {isOn && (
        <ConfirmDialog
          trigger={<Button>Pause</Button>}
          title="Pause this endpoint?"
          description="Nothing is sent to it until it is on again. Events are held meanwhile, and can be sent then."
          confirmLabel="Pause endpoint"
          tone="primary"
          action={() => disableEndpointAction(tenantSlug, { id })}
          onSuccess={() => toast.success("The endpoint is paused")}
        />
      )}
      <RotateDialog
        trigger="Rotate secret"
        title="Rotate the signing secret"
        description="Makes a new secret. Until the old one ends, requests carry a signature of each, so that your receiver can change over."
        noun="secret"
        overlapHours={SECRET_OVERLAP_HOURS}
        rotate={(overlap_hours) => rotateSecretAction(tenantSlug, { id, overlap_hours })}
        onRotated={(made) => setSecret(made.secret)}
      />
      {isOn && <ResendDialog tenantSlug={tenantSlug} endpointId={id} {...window} />}
      <ButtonLink href={`${path}/${id}/edit`}>Edit</ButtonLink>
      <Button loading={isPending} variant={isOn ? "primary" : "secondary"} onClick={test}>
        Send test
      </Button>
      {!isOn && (
        <Button loading={isPending} variant="primary" onClick={enable}>
          Switch on
        </Button>
      )}
      <SecretDialog secret={secret} onDone={() => setSecret(null)} />
    </>
  );
}
