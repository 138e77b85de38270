import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { tenantPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { mayImport } from "../labels";
import { Steps } from "../steps";
import { UploadForm } from "./upload-form";

export const generateMetadata = pageTitle((t) => t("imports.new"));

export default tenantPage(
  async ({ actor, tenant, person }) => {
    if (!mayImport(actor)) throw new AppError("forbidden", "Files are imported by the tenant's own people");
    const t = await getTranslations("server.imports");
    return (
      <div className="mx-auto max-w-2xl">
        <PageHeader
          title={t("new")}
          breadcrumb={[{ label: t("list"), href: `/${tenant.slug}/imports` }, { label: t("new") }]}
        />
        <Steps current="upload" />
        <UploadForm tenantSlug={tenant.slug} limitBytes={env().documentLimitBytes} timeZone={person.timeZone} />
      </div>
    );
  },
  { permission: "payment_intents:import" },
);
