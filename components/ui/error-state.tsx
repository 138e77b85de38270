import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button";
import { EmptyState } from "./empty-state";

/** The request id to quote to support, with a button that copies it. */
export function RequestId({ requestId }: { requestId: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-xs">
      Request id <code className="break-all font-mono">{requestId}</code>
      <CopyButton text={requestId} label="Copy request id" className="p-0.5 text-current" />
    </span>
  );
}

export interface ErrorStateProps {
  title?: string;
  description?: ReactNode;
  requestId?: string;
  /** Such as a button that tries again. */
  action?: ReactNode;
}

/** Stands where content should be when it could not be loaded. */
export function ErrorState({
  title = "This could not be loaded",
  description = "It is not your fault. Try again; if it happens again, tell support the request id.",
  requestId,
  action,
}: ErrorStateProps) {
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title}
        description={
          <>
            <p>{description}</p>
            {requestId && (
              <p className="mt-2">
                <RequestId requestId={requestId} />
              </p>
            )}
          </>
        }
        action={action}
      />
    </div>
  );
}
