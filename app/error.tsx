"use client";

import { useTranslations } from "next-intl";
import { digestOf } from "@/components/shell/error-digest";
import { MAIN_ID } from "@/components/shell/main-id";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("client.outside");
  return (
    <main id={MAIN_ID} tabIndex={-1} className="flex min-h-[60dvh] flex-col items-center justify-center outline-none">
      <h1 className="sr-only">{t("wentWrong")}</h1>
      <ErrorState
        requestId={digestOf(error)}
        action={
          <Button variant="primary" onClick={() => retry()}>
            {t("tryAgain")}
          </Button>
        }
      />
    </main>
  );
}
