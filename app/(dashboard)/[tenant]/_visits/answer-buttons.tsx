"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { Visit } from "@/lib/visits/schema";
import { agreeToVisitAction, declineVisitAction, endVisitOfTenantAction } from "./actions";

/** What the tenant can do about a visit that is not over: answer, or end it. */
export function AnswerButtons({ tenantSlug, visit }: { tenantSlug: string; visit: Visit }) {
  const { id, admin, state } = visit;
  if (state === "agreed" || state === "running")
    return (
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="danger-outline">
            End visit
          </Button>
        }
        title={`End the visit of ${admin.name}?`}
        description="From the next click on this tenant is closed to the visitor."
        confirmLabel="End visit"
        action={() => endVisitOfTenantAction(tenantSlug, { id })}
        onSuccess={() => toast.success("The visit has ended")}
      />
    );
  if (state !== "waiting") return null;
  return (
    <div className="flex gap-2">
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="danger-outline">
            Decline
          </Button>
        }
        title={`Decline the visit of ${admin.name}?`}
        description="Nobody steps in. The platform can ask again."
        confirmLabel="Decline"
        action={() => declineVisitAction(tenantSlug, { id })}
        onSuccess={() => toast.success("The visit is declined")}
      />
      <ConfirmDialog
        trigger={
          <Button size="sm" variant="primary">
            Agree
          </Button>
        }
        title={`Let ${admin.name} in for ${visit.minutes} minutes?`}
        description="The visitor sees your pages without customers' personal data and without documents. It changes nothing unless a second platform admin agrees, and you can end it at any time."
        confirmLabel="Agree"
        tone="primary"
        action={() => agreeToVisitAction(tenantSlug, { id })}
        onSuccess={() => toast.success(`${admin.name} may step in now`)}
      />
    </div>
  );
}
