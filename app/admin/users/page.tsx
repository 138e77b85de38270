import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listUsers } from "@/lib/users/queries";
import { userList } from "@/lib/users/schema";
import { UsersTable } from "./users-table";

export const metadata: Metadata = { title: "Users" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(userList, searchParams, person);
  const page = await listUsers(admin, query);
  return (
    <ListPage>
      <PageHeader title="Users" description="Everybody who can sign in, in whatever tenants." />
      <UsersTable
        page={page}
        links={linksOf(userList, query, "/admin/users", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
