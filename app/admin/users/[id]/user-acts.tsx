"use client";

import { KeyRound, RotateCcw, ShieldOff, UserX } from "lucide-react";
import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
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

const READ_BY = "Kept in the audit log. The person is told what was done, not why";
const READ_BY_TENANTS =
  "Kept in the audit log, where the person's tenants read it too. The person is told what was done, not why";

/** Shuts a person out, or lets one in again. */
export function SignInButton({ user: { id, name }, isDisabled }: { user: ActedOn; isDisabled: boolean }) {
  return isDisabled ? (
    <ReasonDialog
      trigger={
        <Button variant="primary">
          <RotateCcw aria-hidden /> Reactivate
        </Button>
      }
      title={`Reactivate ${name}?`}
      description="The person can sign in again, with the memberships and roles of before."
      confirmLabel="Reactivate"
      tone="primary"
      doneMessage={`${name} can sign in again`}
      readBy={READ_BY_TENANTS}
      action={(reason) => reactivateUserAction({ id, reason })}
    />
  ) : (
    <ReasonDialog
      trigger={
        <Button variant="danger-outline">
          <UserX aria-hidden /> Deactivate
        </Button>
      }
      title={`Deactivate ${name}?`}
      description="The person is signed out at once, in every tenant, and cannot sign in until reactivated. Memberships, roles and access keys that the person made stay."
      confirmLabel="Deactivate"
      tone="danger"
      doneMessage={`${name} was deactivated`}
      readBy={READ_BY_TENANTS}
      action={(reason) => deactivateUserAction({ id, reason })}
    />
  );
}

/** Mails a link to a new password. */
export function PasswordResetButton({ user: { id, name }, email }: { user: ActedOn; email: string }) {
  return (
    <ReasonDialog
      trigger={
        <Button>
          <KeyRound aria-hidden /> Send password link
        </Button>
      }
      title={`Send ${name} a link to a new password?`}
      description={`It goes to ${email}, serves once, for 30 minutes, and puts earlier links out of use. The password stays until the person chooses another.`}
      confirmLabel="Send link"
      tone="primary"
      doneMessage={`A link is on its way to ${email}`}
      readBy={READ_BY}
      action={(reason) => sendPasswordResetAction({ id, reason })}
    />
  );
}

/** Takes a lost second factor away. */
export function SecondFactorButton({ user: { id, name } }: { user: ActedOn }) {
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          <ShieldOff aria-hidden /> Reset
        </Button>
      }
      title={`Take away the second factor of ${name}?`}
      description="Authenticator app and recovery codes serve no more, and all sessions end: the password alone is enough until a new one is set up. Make sure first that it is really this person who asks."
      confirmLabel="Reset second factor"
      tone="danger"
      doneMessage="The second factor was taken away"
      readBy={READ_BY_TENANTS}
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
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" className="ms-9 sm:ms-0" aria-label={`End ${device}`}>
          End
        </Button>
      }
      title={`End the session of ${device}?`}
      description="It is refused from the next request on. The person can sign in again."
      confirmLabel="End session"
      tone="danger"
      doneMessage="The session was ended"
      readBy={READ_BY}
      action={(reason) => endUserSessionsAction({ id, session_id: sessionId, reason })}
    />
  );
}

/** Ends all sessions of a person. */
export function EndSessionsButton({ user: { id, name } }: { user: ActedOn }) {
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          End all
        </Button>
      }
      title={`End all sessions of ${name}?`}
      description="Every browser and device, and scripts that use a session's token, are signed out at their next request. The person can sign in again."
      confirmLabel="End all sessions"
      tone="danger"
      doneMessage="All sessions were ended"
      readBy={READ_BY}
      action={(reason) => endUserSessionsAction({ id, reason })}
    />
  );
}
