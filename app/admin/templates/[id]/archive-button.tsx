"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { archiveTemplateAction, restoreTemplateAction } from "../actions";

export interface ArchiveButtonProps {
  id: string;
  name: string;
  isArchived: boolean;
}

/** Takes a template off the offer, or puts it back. */
export function ArchiveButton({ id, name, isArchived }: ArchiveButtonProps) {
  return isArchived ? (
    <ConfirmDialog
      trigger={<Button>Offer again</Button>}
      title={`Offer ${name} again?`}
      description="New tenants can start from its newest version, and it can be applied to others."
      confirmLabel="Offer again"
      tone="primary"
      action={() => restoreTemplateAction({ id })}
      onSuccess={() => toast.success(`${name} is on offer again`)}
    />
  ) : (
    <ConfirmDialog
      trigger={<Button variant="ghost">Archive</Button>}
      title={`Archive ${name}?`}
      description="No tenant can start from it or be put on it any more, whatever the version. Tenants that are on it stay, and nothing changes for them. It can be offered again."
      confirmLabel="Archive"
      action={() => archiveTemplateAction({ id })}
      onSuccess={() => toast.success(`${name} is archived`)}
    />
  );
}
