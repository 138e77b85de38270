"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { signInWithGoogle } from "../auth-client";

/** Leaves for Google. */
export function GoogleButton({ next }: { next: string }) {
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    try {
      await signInWithGoogle(next);
    } catch {
      setIsLeaving(false);
      toast.error("The server could not be reached. Try again.");
    }
  }
  return (
    <Button size="lg" loading={isLeaving} onClick={leave}>
      Continue with Google
    </Button>
  );
}
