import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** Says on every page that this is not real: demo data, or another person's view. One line; the frame counts on it. */
export function DemoBanner({ children }: { children?: ReactNode }) {
  const t = useTranslations("client.shell");
  return (
    <aside
      aria-label={t("notice")}
      className="sticky top-0 z-30 flex h-7 items-center justify-center gap-2 bg-info-subtle px-4 text-info-text text-xs"
    >
      <Icon name="flask-conical" className="size-3.5" />
      <p className="truncate">{children ?? t("demo")}</p>
    </aside>
  );
}
