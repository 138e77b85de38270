import { KeyRound } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LONG_NAME, REQUEST_ID } from "../../sample";
import { Specimen } from "../../specimen";

const TONES = ["info", "success", "warning", "danger"] as const;

export function MessageSpecimens() {
  return (
    <>
      <Specimen of="Alert" state="tones">
        <div className="flex flex-col gap-2">
          {TONES.map((tone) => (
            <Alert key={tone} tone={tone}>
              The list shows your two accounts only.
            </Alert>
          ))}
        </div>
      </Specimen>
      <Specimen of="Alert" state="with title">
        <div className="flex flex-col gap-2">
          {TONES.map((tone) => (
            <Alert key={tone} tone={tone} title="Imported">
              14,938 bookings are in.
            </Alert>
          ))}
        </div>
      </Specimen>
      <Specimen of="Alert" state="long, with request id">
        <Alert tone="danger" title={`The payment of ${LONG_NAME} could not be canceled`} requestId={REQUEST_ID}>
          It has been processed in the meantime: ask the provider for a refund of what was collected, if the customer
          wants the money back.
        </Alert>
      </Specimen>
      <Specimen of="EmptyState">
        <EmptyState
          icon={KeyRound}
          title="No API keys yet"
          description="A key lets your booking engine read and create payments."
          action={<Button variant="primary">Create API key</Button>}
        />
      </Specimen>
      <Specimen of="EmptyState" state="title only">
        <EmptyState title="No refunds" />
      </Specimen>
      <Specimen of="ErrorState">
        <ErrorState requestId={REQUEST_ID} action={<Button>Try again</Button>} />
      </Specimen>
      <Specimen of="ErrorState" state="own words">
        <ErrorState title="The export is gone" description="Files of exports are kept for seven days." />
      </Specimen>
    </>
  );
}
