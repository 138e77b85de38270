"use client";

import { ReasonDialog } from "@/components/form/reason-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Tenant } from "@/lib/tenants/schema";
import { reactivateTenantAction, suspendTenantAction } from "./actions";

const READ_BY = "The tenant reads it in its audit log";

/** Suspends a tenant, or lets it in again. */
export function StatusCard({ tenant }: { tenant: Tenant }) {
  const { id, name, status } = tenant;
  if (status === "closed") return null;
  const isActive = status === "active";
  return (
    <Card
      title="Suspension"
      actions={
        isActive ? (
          <ReasonDialog
            trigger={<Button variant="danger-outline">Suspend tenant</Button>}
            title={`Suspend ${name}?`}
            description="From the next request on nobody of this tenant gets in, by page or API, and nothing is sent out for it: webhooks and mails are kept until it is active again. Payments and refunds that are with the provider settle."
            confirmLabel="Suspend tenant"
            tone="danger"
            doneMessage="The tenant is suspended"
            readBy={READ_BY}
            action={(reason) => suspendTenantAction({ id, reason })}
          />
        ) : (
          <ReasonDialog
            trigger={<Button variant="primary">Reactivate tenant</Button>}
            title={`Let ${name} in again?`}
            description="Its people and keys get in again, and webhooks and mails that were kept are sent."
            confirmLabel="Reactivate tenant"
            tone="primary"
            doneMessage="The tenant is active"
            readBy={READ_BY}
            action={(reason) => reactivateTenantAction({ id, reason })}
          />
        )
      }
    >
      <p className="text-muted-foreground">
        {isActive
          ? "The tenant is active. Suspending it stops everything at once, more than all switches together."
          : "The tenant is suspended: its people and keys are refused, and webhooks and mails are kept."}
      </p>
    </Card>
  );
}
