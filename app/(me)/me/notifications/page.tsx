import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { personPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listNoticeChoices } from "@/lib/notice-choices/queries";
import { ChoicesTable } from "./choices-table";

export const generateMetadata = pageTitle((t) => t("me.notifications"));

export default personPage(async ({ actor }) => {
  const t = await getTranslations("server.me");
  const { items } = await listNoticeChoices(actor);
  return (
    <Card title={t("hearOf")} description={t("hearOfHelp")} flush>
      <ChoicesTable choices={items} />
    </Card>
  );
});
