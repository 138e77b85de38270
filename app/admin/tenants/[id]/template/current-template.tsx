import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { TemplateChoice } from "../../../templates/_view/template-options";

export interface CurrentTemplateProps {
  current: { id: string; name: string; version: number } | null;
  choices: readonly TemplateChoice[];
}

/** The version that the tenant is on, and whether there is a newer one. */
export function CurrentTemplate({ current, choices }: CurrentTemplateProps) {
  const t = useTranslations("server.adminTenants");
  const newest = choices.find(({ name, is_newest }) => name === current?.name && is_newest);
  return (
    <Card title={t("template.title")}>
      {current ? (
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link href={`/admin/templates/${current.id}`} className="font-medium text-accent hover:underline">
            {current.name}
          </Link>
          <Badge>{`v${current.version}`}</Badge>
          {newest && newest.id !== current.id && (
            <>
              <span className="text-muted-foreground">{t("template.newestIs", { version: newest.version })}</span>
              <Link href={`?template=${newest.id}`} scroll={false} className="text-accent hover:underline">
                {t("template.preview")}
              </Link>
              <Link
                href={`/admin/templates/compare?from=${current.id}&to=${newest.id}`}
                className="text-accent hover:underline"
              >
                {t("template.compare")}
              </Link>
            </>
          )}
          {newest?.id === current.id && <span className="text-muted-foreground">{t("template.isNewest")}</span>}
        </p>
      ) : (
        <p className="text-muted-foreground">{t("template.none")}</p>
      )}
    </Card>
  );
}
