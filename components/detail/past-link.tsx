import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";

/** Leads from a record to its past. `path` is the record's own. */
export function PastLink({ path }: { path: string }) {
  const t = useTranslations("client.detail");
  return (
    <ButtonLink href={`${path}/versions`} variant="ghost" prefetch={false} className="print:hidden">
      <History aria-hidden /> {t("inThePast")}
    </ButtonLink>
  );
}
