import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listUsers } from "@/lib/users/queries";
import { userList } from "@/lib/users/schema";
import { UsersTable } from "./users-table";

export const generateMetadata = pageTitle((t) => t("adminUsers.list"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminUsers");
  const { query, issues } = readList(userList, searchParams, person);
  const page = await listUsers(admin, query);
  return (
    <ListPage>
      <PageHeader title={t("list")} description={t("listHelp")} />
      <UsersTable
        page={page}
        links={linksOf(userList, query, "/admin/users", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
