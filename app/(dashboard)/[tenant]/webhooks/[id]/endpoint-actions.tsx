"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { RotateDialog } from "@/components/form/rotate-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import { SECRET_OVERLAP_HOURS } from "@/lib/webhook-endpoints/names";
import type { WebhookEndpoint } from "@/lib/webhook-endpoints/schema";
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
  const t = useTranslations("client.webhooks.actions");
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
      if (result.ok) toast.success(t("enabled"));
      else toastFailure(result.error);
    });
  }

  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="danger-outline">{t("delete")}</Button>}
        title={t("deleteTitle")}
        description={t("deleteHelp")}
        confirmLabel={t("deleteSubmit")}
        action={() => deleteEndpointAction(tenantSlug, { id })}
        onSuccess={() => router.push(path)}
      />
      {isOn && (
        <ConfirmDialog
          trigger={<Button>{t("pause")}</Button>}
          title={t("pauseTitle")}
          description={t("pauseHelp")}
          confirmLabel={t("pauseSubmit")}
          tone="primary"
          action={() => disableEndpointAction(tenantSlug, { id })}
          onSuccess={() => toast.success(t("paused"))}
        />
      )}
      <RotateDialog
        trigger={t("rotate")}
        title={t("rotateTitle")}
        description={t("rotateHelp")}
        noun="secret"
        overlapHours={SECRET_OVERLAP_HOURS}
        rotate={(overlap_hours) => rotateSecretAction(tenantSlug, { id, overlap_hours })}
        onRotated={(made) => setSecret(made.secret)}
      />
      {isOn && <ResendDialog tenantSlug={tenantSlug} endpointId={id} {...window} />}
      <ButtonLink href={`${path}/${id}/edit`}>{t("edit")}</ButtonLink>
      <Button loading={isPending} variant={isOn ? "primary" : "secondary"} onClick={test}>
        {t("test")}
      </Button>
      {!isOn && (
        <Button loading={isPending} variant="primary" onClick={enable}>
          {t("enable")}
        </Button>
      )}
      <SecretDialog secret={secret} onDone={() => setSecret(null)} />
    </>
  );
}
