import { KeyRound } from "lucide-react";
import { DataTableSkeleton } from "@/components/data-table/data-table-skeleton";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";

export function FeedbackSection() {
  return (
    <>
      <Card title="Messages">
        <div className="flex flex-col gap-2">
          <Alert>The list shows your two accounts only.</Alert>
          <Alert tone="success" title="Imported">
            14,938 bookings are in.
          </Alert>
          <Alert tone="warning">This key expires in three days.</Alert>
          <Alert tone="danger" title="The payment could not be canceled" requestId="req_01JD8Z6Q3M">
            It has been processed in the meantime.
          </Alert>
        </div>
      </Card>
      <Card title="Nothing, and faults" flush>
        <EmptyState
          icon={KeyRound}
          title="No API keys yet"
          description="A key lets your booking engine read and create payments."
          action={<Button variant="primary">Create API key</Button>}
        />
        <div className="border-t" />
        <ErrorState requestId="req_01JD8Z6Q3M" action={<Button>Try again</Button>} />
      </Card>
      <Card title="Loading">
        <DataTableSkeleton columns={["Reference", "Amount", "Status", "Created"]} rows={4} />
      </Card>
    </>
  );
}
