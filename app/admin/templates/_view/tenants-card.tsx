import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { TemplateDetail } from "@/lib/templates/schema";

/** Who is on this version. */
export function TenantsCard({ template: { tenants, tenant_count } }: { template: TemplateDetail }) {
  const t = useTranslations("server.adminTemplates");
  return (
    <Card title={t("tenants.title")} flush>
      {tenants.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground">{t("tenants.none")}</p>
      ) : (
        <ul className="max-h-96 divide-y overflow-y-auto">
          {tenants.map(({ id, slug, name }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-2 px-4 py-2">
              <Link href={`/admin/tenants/${id}/template`} className="font-medium text-accent hover:underline">
                {name}
              </Link>
              <span className="text-muted-foreground text-xs">{slug}</span>
            </li>
          ))}
        </ul>
      )}
      {tenant_count > tenants.length && (
        <p className="border-t px-4 py-2 text-muted-foreground text-xs">
          {t("tenants.more", { count: tenant_count - tenants.length })}
        </p>
      )}
    </Card>
  );
}
