"use client";

import { useTranslations } from "next-intl";
import { digestOf } from "@/components/shell/error-digest";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function AccountError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("client.me");
  return (
    <ErrorState
      requestId={digestOf(error)}
      action={
        <Button variant="primary" onClick={() => retry()}>
          {t("retry")}
        </Button>
      }
    />
  );
}
