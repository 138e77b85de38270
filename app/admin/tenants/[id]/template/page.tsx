import type { Metadata } from "next";
import { recordId } from "@/app/(dashboard)/[tenant]/record-id";
import { Card } from "@/components/ui/card";
import { adminPage } from "@/lib/http/page";
import { getTenantTemplate, listTemplateChoices, previewTemplate } from "@/lib/templates/queries";
import { isUuid } from "@/lib/text";
import { CurrentTemplate } from "./current-template";
import { Preview } from "./preview";
import { VersionPicker } from "./version-picker";

export const metadata: Metadata = { title: "Template of a tenant" };

export default adminPage<{ id: string }>(async ({ admin, params, searchParams }) => {
  const tenant = recordId(params.id);
  const [current, choices] = await Promise.all([getTenantTemplate(admin, { tenant }), listTemplateChoices(admin)]);
  const { template } = searchParams;
  const chosen = typeof template === "string" && isUuid(template) ? template : null;
  const preview = chosen && (await previewTemplate(admin, { tenant, template: chosen }));
  const offered = choices.filter(({ id, is_archived }) => !is_archived || id === current?.id);
  return (
    <>
      <CurrentTemplate current={current} choices={choices} />
      <Card
        title="Put on a version"
        description="Choose one and see exactly what would change before anything does. Accounts, members, keys and the tenant’s own settings and roles stay as they are."
      >
        <VersionPicker choices={offered} chosen={chosen} />
      </Card>
      {preview && <Preview key={preview.preview_hash} preview={preview} />}
    </>
  );
});
