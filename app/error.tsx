"use client";

import { digestOf } from "@/components/shell/error-digest";
import { MAIN_ID } from "@/components/shell/main-id";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className="flex min-h-[60dvh] flex-col items-center justify-center outline-none">
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState
        requestId={digestOf(error)}
        action={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
