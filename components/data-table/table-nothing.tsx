"use client";

import type { LucideIcon } from "lucide-react";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { TableLinks } from "./table-links";

export interface TableNothingProps {
  links: TableLinks;
  /** Shown while there is nothing yet. */
  empty: { icon?: LucideIcon; title: string; description?: ReactNode; action?: ReactNode };
  /** Carries the choice of columns along. */
  keep: (href: string) => string;
}

/** Why there are no rows: none yet, none that match, or a page past the end. */
export function TableNothing({ links, empty, keep }: TableNothingProps) {
  const t = useTranslations("client.table.nothing");
  if (links.previous !== null) {
    const action = <ButtonLink href={keep(links.first)}>{t("toFirst")}</ButtonLink>;
    return <EmptyState icon={SearchX} title={t("noMore")} action={action} />;
  }
  if (links.clear !== null) {
    const action = <ButtonLink href={keep(links.clear)}>{t("clear")}</ButtonLink>;
    return <EmptyState icon={SearchX} title={t("noMatch")} description={t("noMatchHelp")} action={action} />;
  }
  return <EmptyState {...empty} />;
}
