"use client";

import { useTranslations } from "next-intl";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import {
  deactivateUserAction,
  endUserSessionsAction,
  reactivateUserAction,
  resetSecondFactorAction,
  sendPasswordResetAction,
} from "./actions";

export interface ActedOn {
  id: string;
  name: string;
}

/** Shuts a person out, or lets one in again. */
export function SignInButton({ user: { id, name }, isDisabled }: { user: ActedOn; isDisabled: boolean }) {
  const t = useTranslations("client.adminUsers");
  return isDisabled ? (
    <ReasonDialog
      trigger={
        <Button variant="primary">
          <Icon name="rotate-ccw" /> {t("reactivate.label")}
        </Button>
      }
      title={t("reactivate.title", { name })}
      description={t("reactivate.help")}
      confirmLabel={t("reactivate.label")}
      tone="primary"
      doneMessage={t("reactivate.done", { name })}
      readBy={t("readByTenants")}
      action={(reason) => reactivateUserAction({ id, reason })}
    />
  ) : (
    <ReasonDialog
      trigger={
        <Button variant="danger-outline">
          <Icon name="user-x" /> {t("deactivate.label")}
        </Button>
      }
      title={t("deactivate.title", { name })}
      description={t("deactivate.help")}
      confirmLabel={t("deactivate.label")}
      tone="danger"
      doneMessage={t("deactivate.done", { name })}
      readBy={t("readByTenants")}
      action={(reason) => deactivateUserAction({ id, reason })}
    />
  );
}

/** Mails a link to a new password. */
export function PasswordResetButton({ user: { id, name }, email }: { user: ActedOn; email: string }) {
  const t = useTranslations("client.adminUsers");
  return (
    <ReasonDialog
      trigger={
        <Button>
          <Icon name="key-round" /> {t("password.label")}
        </Button>
      }
      title={t("password.title", { name })}
      description={t("password.help", { email })}
      confirmLabel={t("password.confirm")}
      tone="primary"
      doneMessage={t("password.done", { email })}
      readBy={t("readBy")}
      action={(reason) => sendPasswordResetAction({ id, reason })}
    />
  );
}

/** Takes a lost second factor away. */
export function SecondFactorButton({ user: { id, name } }: { user: ActedOn }) {
  const t = useTranslations("client.adminUsers");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          <Icon name="shield-off" /> {t("secondFactor.label")}
        </Button>
      }
      title={t("secondFactor.title", { name })}
      description={t("secondFactor.help")}
      confirmLabel={t("secondFactor.confirm")}
      tone="danger"
      doneMessage={t("secondFactor.done")}
      readBy={t("readByTenants")}
      action={(reason) => resetSecondFactorAction({ id, reason })}
    />
  );
}

/** Ends one session of a person. */
export function EndSessionButton({
  user: { id },
  sessionId,
  device,
}: {
  user: ActedOn;
  sessionId: string;
  device: string;
}) {
  const t = useTranslations("client.adminUsers");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" className="ms-9 sm:ms-0" aria-label={t("session.name", { device })}>
          {t("session.label")}
        </Button>
      }
      title={t("session.title", { device })}
      description={t("session.help")}
      confirmLabel={t("session.confirm")}
      tone="danger"
      doneMessage={t("session.done")}
      readBy={t("readBy")}
      action={(reason) => endUserSessionsAction({ id, session_id: sessionId, reason })}
    />
  );
}

/** Ends all sessions of a person. */
export function EndSessionsButton({ user: { id, name } }: { user: ActedOn }) {
  const t = useTranslations("client.adminUsers");
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          {t("sessions.label")}
        </Button>
      }
      title={t("sessions.title", { name })}
      description={t("sessions.help")}
      confirmLabel={t("sessions.confirm")}
      tone="danger"
      doneMessage={t("sessions.done")}
      readBy={t("readBy")}
      action={(reason) => endUserSessionsAction({ id, reason })}
    />
  );
}
