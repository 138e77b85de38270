"use client";

import { digestOf } from "@/components/shell/error-digest";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <h1 className="sr-only">This could not be loaded</h1>
      <ErrorState
        requestId={digestOf(error)}
        action={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      />
    </>
  );
}
