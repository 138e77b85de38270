import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { adminPage } from "@/lib/http/page";
import { listMails } from "@/lib/mails/queries";
import { mailList } from "@/lib/mails/schema";
import { MailsTable } from "./mails-table";

export const metadata: Metadata = { title: "Mail" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(mailList, searchParams, person);
  const page = await listMails(admin, query);
  return (
    <ListPage>
      <PageHeader title="Mail" description={env().mail ? SENT : KEPT} />
      <MailsTable
        page={page}
        links={linksOf(mailList, query, "/admin/mail", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});

const SENT = "Mails go out by the mail server. What they say is kept only until they are sent.";
const KEPT = "No mail server is set, so mails stay here: open one to read it and to follow its link.";
