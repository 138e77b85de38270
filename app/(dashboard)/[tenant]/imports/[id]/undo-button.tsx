"use client";

import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { undoImportAction } from "../actions";
import { countLabel } from "../labels";

/** Takes back what an import has brought. */
export function UndoButton({ tenantSlug, id, count }: { tenantSlug: string; id: string; count: number }) {
  return (
    <ConfirmDialog
      trigger={
        <Button variant="danger-outline">
          <Undo2 aria-hidden /> Undo import
        </Button>
      }
      title={`Take back ${countLabel(count, "line")}?`}
      description="Payments that nothing has happened to since are deleted, and accounts that were made for them and that nobody uses. What was refunded or changed stays, and you see which. The lines can be imported again."
      confirmLabel="Undo import"
      action={() => undoImportAction(tenantSlug, { id })}
    />
  );
}
