import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Leads from a record to its past. `path` is the record's own. */
export function PastLink({ path }: { path: string }) {
  const t = useTranslations("client.detail");
  return (
    <ButtonLink href={`${path}/versions`} variant="ghost" prefetch={false} className="print:hidden">
      <Icon name="rotate-ccw-clock" /> {t("inThePast")}
    </ButtonLink>
  );
}
