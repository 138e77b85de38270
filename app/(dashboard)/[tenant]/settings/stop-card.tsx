import { Card } from "@/components/ui/card";
import { StopRefundsButton } from "../approvals/stop-switch";

/** The switch for the day when something is wrong. */
export function StopCard({ tenantSlug, isStopped }: { tenantSlug: string; isStopped: boolean }) {
  return (
    <Card title="Stop switch" actions={!isStopped && <StopRefundsButton tenantSlug={tenantSlug} />}>
      <p className="text-muted-foreground">
        {isStopped
          ? "Refunds are stopped. The banner above lets them go on."
          : "Refunds are made and approved. Stopping them holds at once, for everybody, and for the API too."}
      </p>
    </Card>
  );
}
