import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listMails } from "@/lib/mails/queries";
import { mailList } from "@/lib/mails/schema";
import { MailsTable } from "./mails-table";

export const generateMetadata = pageTitle((t) => t("adminMail.list"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminMail");
  const { query, issues } = readList(mailList, searchParams, person);
  const page = await listMails(admin, query);
  return (
    <ListPage>
      <PageHeader title={t("list")} description={env().mail ? t("sentHelp") : t("keptHelp")} />
      <MailsTable
        page={page}
        links={linksOf(mailList, query, "/admin/mail", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
