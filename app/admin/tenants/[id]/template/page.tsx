import { getTranslations } from "next-intl/server";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getTenantTemplate, listTemplateChoices, previewTemplate } from "@/lib/templates/queries";
import { isUuid } from "@/lib/text";
import { CurrentTemplate } from "./current-template";
import { Preview } from "./preview";
import { VersionPicker } from "./version-picker";

export const generateMetadata = pageTitle((t) => t("adminTenants.template.page"));

export default adminPage<{ id: string }>(async ({ admin, params, searchParams }) => {
  const t = await getTranslations("server.adminTenants");
  const tenant = recordId(params.id);
  const [current, choices] = await Promise.all([getTenantTemplate(admin, { tenant }), listTemplateChoices(admin)]);
  const { template } = searchParams;
  const chosen = typeof template === "string" && isUuid(template) ? template : null;
  const preview = chosen && (await previewTemplate(admin, { tenant, template: chosen }));
  const offered = choices.filter(({ id, is_archived }) => !is_archived || id === current?.id);
  return (
    <>
      <CurrentTemplate current={current} choices={choices} />
      <Card title={t("template.put")} description={t("template.putHelp")}>
        <VersionPicker choices={offered} chosen={chosen} />
      </Card>
      {preview && <Preview key={preview.preview_hash} preview={preview} />}
    </>
  );
});
