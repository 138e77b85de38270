import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { homePath } from "@/lib/auth/next-path";
import { personPage } from "@/lib/http/page";

/** Leads a person to where they work. */
export default personPage(async ({ person }) => {
  const home = homePath(person);
  if (home) redirect(home);
  const t = await getTranslations("server.outside");
  return (
    <main>
      <h1 className="sr-only">{t("noTenant")}</h1>
      <EmptyState title={t("noTenantHere")} description={t("noTenantHelp")} />
    </main>
  );
});
