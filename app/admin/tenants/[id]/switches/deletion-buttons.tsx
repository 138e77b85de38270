"use client";

import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import {
  agreeTenantDeletionAction,
  callOffTenantDeletionAction,
  requestTenantDeletionAction,
  requestTenantExportAction,
} from "./actions";

const READ_BY = "The tenant reads it in its audit log";

export function ExportButton({ tenantId, name }: { tenantId: string; name: string }) {
  return (
    <ReasonDialog
      trigger={<Button size="sm">Make an archive</Button>}
      title={`Write all data of ${name} into an archive?`}
      description="Every row and every file, customers' personal data too. Whoever downloads it answers for it."
      confirmLabel="Make an archive"
      tone="primary"
      doneMessage="The archive is being written"
      readBy={READ_BY}
      action={(reason) => requestTenantExportAction({ id: tenantId, reason })}
    />
  );
}

export function RequestDeletionButton({
  tenantId,
  name,
  exportId,
}: {
  tenantId: string;
  name: string;
  exportId: string;
}) {
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger-outline">
          Ask for deletion
        </Button>
      }
      title={`Ask for ${name} to be deleted?`}
      description="Another platform admin has to agree, and then some days pass. After that nobody can bring it back."
      confirmLabel="Ask for deletion"
      tone="danger"
      doneMessage="Another platform admin has to agree now"
      readBy={READ_BY}
      action={(reason) => requestTenantDeletionAction({ id: tenantId, export_id: exportId, reason })}
    />
  );
}

export function AgreeButton({ id, name, days }: { id: string; name: string; days: number }) {
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" variant="danger">
          Agree
        </Button>
      }
      title={`Agree to delete ${name}?`}
      description={`In ${days} days all its rows and files go for good. Until then anybody of the platform can call it off.`}
      confirmLabel="Agree to the deletion"
      tone="danger"
      doneMessage="The waiting time runs"
      readBy={READ_BY}
      action={(reason) => agreeTenantDeletionAction({ id, reason })}
    />
  );
}

export function CallOffButton({ id, name }: { id: string; name: string }) {
  return (
    <ReasonDialog
      trigger={<Button size="sm">Call it off</Button>}
      title={`Keep ${name}?`}
      description="Nothing is deleted. The tenant stays suspended until somebody lets it in again."
      confirmLabel="Call the deletion off"
      tone="primary"
      doneMessage="The deletion is called off"
      readBy={READ_BY}
      action={(reason) => callOffTenantDeletionAction({ id, reason })}
    />
  );
}
