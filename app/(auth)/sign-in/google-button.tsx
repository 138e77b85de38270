"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { signInWithGoogle } from "../auth-client";

/** Leaves for Google. */
export function GoogleButton({ next }: { next: string }) {
  const t = useTranslations("client.signIn");
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    try {
      await signInWithGoogle(next);
    } catch {
      setIsLeaving(false);
      toast.error(t("unreachable"));
    }
  }
  return (
    <Button size="lg" loading={isLeaving} onClick={leave}>
      {t("google")}
    </Button>
  );
}
