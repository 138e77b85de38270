import type { Metadata } from "next";
import { linksOf, readList } from "@/app/(dashboard)/[tenant]/list-state";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { adminPage } from "@/lib/http/page";
import { listQueuedJobs } from "@/lib/queued-jobs/queries";
import { queuedJobList } from "@/lib/queued-jobs/schema";
import { RefreshButton } from "../refresh-button";
import { SystemTabs } from "../system-tabs";
import { RetryFailedButton } from "./job-acts";
import { JobsTable } from "./jobs-table";

export const metadata: Metadata = { title: "Jobs" };

export default adminPage(async ({ admin, person, searchParams }) => {
  const { query, issues } = readList(queuedJobList, searchParams, person);
  const page = await listQueuedJobs(admin, query);
  const hasFailed = page.items.some(({ state }) => state === "failed");
  return (
    <ListPage>
      <PageHeader
        title="Jobs"
        description="What is done in the background. Jobs that are done are gone; what they work on is not shown."
        actions={
          <>
            {hasFailed && <RetryFailedButton label="Retry all failed" size="md" />}
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
