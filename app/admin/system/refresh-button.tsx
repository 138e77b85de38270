"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";

/** Reads the page's figures anew. */
export function RefreshButton() {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <Button loading={isPending} onClick={() => startTransition(() => router.refresh())}>
      {!isPending && <RefreshCw aria-hidden />}
      Refresh
    </Button>
  );
}
