import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { Template } from "@/lib/templates/schema";

export interface VersionsCardProps {
  versions: readonly Pick<Template, "id" | "version" | "note" | "author" | "tenant_count" | "created_at">[];
  /** The version that the page shows. */
  shownId: string;
  timeZone: string;
}

/** All versions of a template, newest first, each with the way to what differs from it. */
export function VersionsCard({ versions, shownId, timeZone }: VersionsCardProps) {
  const t = useTranslations("server.adminTemplates");
  return (
    <Card title={t("versions.title")} flush>
      <ol className="divide-y">
        {versions.map(({ id, version, note, author, tenant_count, created_at }) => (
          <li key={id} className="flex flex-col gap-0.5 px-4 py-2.5">
            <p className="flex flex-wrap items-center gap-x-2">
              {id === shownId ? (
                <span className="font-medium">{t("versions.version", { version })}</span>
              ) : (
                <Link href={`/admin/templates/${id}`} className="font-medium text-accent hover:underline">
                  {t("versions.version", { version })}
                </Link>
              )}
              {id === shownId && <Badge>{t("versions.shown")}</Badge>}
              <span className="ms-auto text-muted-foreground text-xs tabular-nums">
                {t("versions.tenants", { count: tenant_count })}
              </span>
            </p>
            {note && <p className="text-pretty">{note}</p>}
            <p className="flex flex-wrap gap-x-2 text-muted-foreground text-xs">
              <span>
                {author?.name ?? t("versions.product")}, <Timestamp value={created_at} timeZone={timeZone} />
              </span>
              {id !== shownId && (
                <Link href={compareHref(versions, id, shownId)} className="text-accent hover:underline">
                  {t("versions.compare")}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The older one of two versions is what the other is compared with. */
function compareHref(versions: VersionsCardProps["versions"], one: string, other: string): string {
  const numberOf = (id: string) => versions.find((version) => version.id === id)?.version ?? 0;
  const [from, to] = numberOf(one) < numberOf(other) ? [one, other] : [other, one];
  return `/admin/templates/compare?from=${from}&to=${to}`;
}
