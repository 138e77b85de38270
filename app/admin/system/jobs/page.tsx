import { getTranslations } from "next-intl/server";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { listQueuedJobs } from "@/lib/queued-jobs/queries";
import { queuedJobList } from "@/lib/queued-jobs/schema";
import { RefreshButton } from "../refresh-button";
import { SystemTabs } from "../system-tabs";
import { RetryFailedButton } from "./job-acts";
import { JobsTable } from "./jobs-table";

export const generateMetadata = pageTitle((t) => t("adminSystem.jobs.title"));

export default adminPage(async ({ admin, person, searchParams }) => {
  const t = await getTranslations("server.adminSystem");
  const { query, issues } = readList(queuedJobList, searchParams, person);
  const page = await listQueuedJobs(admin, query);
  const hasFailed = page.items.some(({ state }) => state === "failed");
  return (
    <ListPage>
      <PageHeader
        title={t("jobs.title")}
        description={t("jobs.help")}
        actions={
          <>
            {hasFailed && <RetryFailedButton label={t("jobs.retryFailed")} size="md" />}
            <RefreshButton />
          </>
        }
      />
      <SystemTabs />
      <JobsTable
        page={page}
        links={linksOf(queuedJobList, query, "/admin/system/jobs", page)}
        issues={issues}
        timeZone={person.timeZone}
      />
    </ListPage>
  );
});
