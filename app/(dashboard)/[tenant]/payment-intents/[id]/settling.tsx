"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";
import type { Texts } from "@/lib/messages/texts";
import type { PaymentIntent } from "@/lib/payment-intents/schema";
import { providerLabel } from "../statuses";

const FIRST_WAIT_MS = 1500;
const LONGEST_WAIT_MS = 30_000;

/** Tells that the provider has not decided, and looks again by itself: often at first, then ever less. */
export function Settling({ payment }: { payment: Pick<PaymentIntent, "status" | "provider" | "cancellation"> }) {
  const t = useTranslations("client.payments");
  const { status, provider, cancellation } = payment;
  const isOpen = status === "PROCESSING" && provider !== null;
  const router = useRouter();

  useEffect(() => {
    if (!isOpen) return;
    let waitMs = FIRST_WAIT_MS;
    let timer = setTimeout(look, waitMs);
    function look() {
      // Nobody sees a hidden page; it looks again when it is shown.
      if (!document.hidden) router.refresh();
      waitMs = Math.min(waitMs * 1.3, LONGEST_WAIT_MS);
      timer = setTimeout(look, waitMs);
    }
    return () => clearTimeout(timer);
  }, [isOpen, router]);

  return (
    <div aria-live="polite">
      {isOpen && provider && (
        <Alert tone="info" className="mb-4" title={titleOf(t, provider, cancellation)}>
          {t("settling.help")}
        </Alert>
      )}
    </div>
  );
}

function titleOf(
  t: Texts<"client.payments">,
  name: NonNullable<PaymentIntent["provider"]>,
  cancellation: PaymentIntent["cancellation"],
): string {
  const provider = providerLabel(t, name);
  if (cancellation === "requested") return t("settling.asked", { provider });
  if (cancellation === "refused") return t("settling.refused", { provider });
  return t("settling.collecting", { provider });
}
