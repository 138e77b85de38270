"use client";

import { RotateCcw, UserX } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastFailure, toastWithUndo } from "@/components/ui/toast";
import { deactivateMemberAction, restoreMemberAction } from "../actions";

export interface LifeButtonsProps {
  tenantSlug: string;
  member: { id: string; name: string; isSelf: boolean };
  isPast: boolean;
}

/** Deactivates, after asking, or restores. */
export function LifeButtons({ tenantSlug, member, isPast }: LifeButtonsProps) {
  const { id, name, isSelf } = member;
  const [isPending, startTransition] = useTransition();
  function restore() {
    startTransition(async () => {
      const result = await restoreMemberAction(tenantSlug, { id });
      if (result.ok) toast.success(`${name} is back`);
      else toastFailure(result.error);
    });
  }
  if (isPast)
    return (
      <Button loading={isPending} onClick={restore}>
        {!isPending && <RotateCcw aria-hidden />} Restore
      </Button>
    );
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <UserX aria-hidden /> {isSelf ? "Leave" : "Deactivate"}
        </Button>
      }
      title={isSelf ? "Leave this tenant?" : `Deactivate ${name}?`}
      description={
        isSelf
          ? "From the next request on you see nothing of it any more. Somebody else can restore you."
          : "From the next request on everything here is closed to this person. Roles and accounts are kept, and restoring brings them back. Access keys that the person made live on."
      }
      confirmLabel={isSelf ? "Leave" : "Deactivate member"}
      action={() => deactivateMemberAction(tenantSlug, { id })}
      // Whoever has left sees no page of this tenant any more.
      onSuccess={() =>
        isSelf
          ? window.location.assign("/")
          : toastWithUndo(`${name} was deactivated`, () => restoreMemberAction(tenantSlug, { id }), `${name} is back`)
      }
    />
  );
}
