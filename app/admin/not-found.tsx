"use client";

import { Compass } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function AdminNotFound() {
  const t = useTranslations("client.platform");
  return (
    <>
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState
        icon={Compass}
        title={t("notFound.message")}
        description={t("notFound.help")}
        action={<ButtonLink href="/admin">{t("notFound.overview")}</ButtonLink>}
      />
    </>
  );
}
