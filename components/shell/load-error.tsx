"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { digestOf } from "./error-digest";

/** What stands in a page's place when it could not be loaded: the request's id, and another try. */
export function LoadError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("client.shell");
  return (
    <>
      <h1 className="sr-only">{t("loadFailed")}</h1>
      <ErrorState
        requestId={digestOf(error)}
        action={
          <Button variant="primary" onClick={() => retry()}>
            {t("tryAgain")}
          </Button>
        }
      />
    </>
  );
}
