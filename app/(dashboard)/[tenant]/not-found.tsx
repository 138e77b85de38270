"use client";

import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function TenantNotFound() {
  const t = useTranslations("client.outside");
  return (
    <>
      <h1 className="sr-only">{t("notFound")}</h1>
      <EmptyState
        icon={Compass}
        title={t("nothingHere")}
        description={t("nothingHereHelp")}
        action={<ButtonLink href="/">{t("toStart")}</ButtonLink>}
      />
    </>
  );
}
