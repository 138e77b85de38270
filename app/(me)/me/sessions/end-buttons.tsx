"use client";

import { useTransition } from "react";
import { signOut } from "@/app/(auth)/auth-client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure } from "@/components/ui/toast";
import { endSessionAction, endSessionsAction } from "./actions";

export interface EndButtonProps {
  id: string;
  /** Of the device, for those who hear the button without seeing its row. */
  name: string;
  isCurrent: boolean;
}

/** Ends one session; one's own by signing out. */
export function EndButton({ id, name, isCurrent }: EndButtonProps) {
  const [isPending, startTransition] = useTransition();
  const end = () =>
    startTransition(async () => {
      if (isCurrent) return signOut();
      const result = await endSessionAction({ id });
      if (result.ok) toast.success(`The session of ${name} was ended`);
      else toastFailure(result.error);
    });
  return (
    <Button
      size="sm"
      className="ms-9 sm:ms-0"
      loading={isPending}
      onClick={end}
      aria-label={isCurrent ? undefined : `End ${name}`}
    >
      {isCurrent ? "Sign out" : "End"}
    </Button>
  );
}

/** Ends all other sessions, or all. */
export function EndAllButtons({ others }: { others: number }) {
  return (
    <div className="flex flex-wrap gap-2">
      {others > 0 && (
        <ConfirmDialog
          trigger={<Button>End all others</Button>}
          title="End all other sessions?"
          description="Every other browser and device, and scripts that use a session's token, are signed out at their next request. This one stays signed in."
          confirmLabel="End all others"
          action={() => endSessionsAction({ keep_current: true })}
          onSuccess={({ ended }) => toast.success(`${ended} ${ended === 1 ? "session was" : "sessions were"} ended`)}
        />
      )}
      <ConfirmDialog
        trigger={<Button variant="danger-outline">Sign out everywhere</Button>}
        title="Sign out everywhere?"
        description="Every session of yours ends, this one too. You sign in again with your password."
        confirmLabel="Sign out everywhere"
        action={() => endSessionsAction({ keep_current: false })}
        onSuccess={() => window.location.assign("/sign-in")}
      />
    </div>
  );
}
