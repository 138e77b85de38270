"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { resendDeliveryAction } from "../../actions";

/** Sends a delivery again. */
export function ResendButton({ tenantSlug, id }: { tenantSlug: string; id: string }) {
  const [isPending, startTransition] = useTransition();

  function resend() {
    startTransition(async () => {
      const result = await resendDeliveryAction(tenantSlug, { id });
      if (result.ok) toast.success("It is on the way again");
      else toast.error(result.error.message);
    });
  }

  return (
    <Button variant="primary" loading={isPending} onClick={resend}>
      Send again
    </Button>
  );
}
