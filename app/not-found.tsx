"use client";

import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { MAIN_ID } from "@/components/shell/main-id";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("client.outside");
  return (
    <main id={MAIN_ID} tabIndex={-1} className="flex min-h-dvh flex-col items-center justify-center outline-none">
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        icon={Compass}
        title={t("nothingHere")}
        description={t("nothingHereHelp")}
        action={<ButtonLink href="/">{t("toStart")}</ButtonLink>}
      />
    </main>
  );
}
