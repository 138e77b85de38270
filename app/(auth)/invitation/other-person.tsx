"use client";

import { useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { signOutFor } from "../auth-client";

export interface OtherPersonProps {
  signedInAs: string;
  invited: string;
  /** This page, to come back to. */
  next: string;
}

/** Somebody else is signed in than who was invited. */
export function OtherPerson({ signedInAs, invited, next }: OtherPersonProps) {
  const [isPending, startTransition] = useTransition();
  return (
    <>
      <Alert tone="warning" title="The invitation is for somebody else">
        You are signed in as <span className="break-all">{signedInAs}</span>. Only{" "}
        <span className="break-all">{invited}</span> can accept it.
      </Alert>
      <Button size="lg" loading={isPending} onClick={() => startTransition(() => signOutFor(next))}>
        Sign out and come back here
      </Button>
    </>
  );
}
