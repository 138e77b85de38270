import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timestamp } from "@/components/ui/timestamp";
import type { System } from "@/lib/system/schema";
import { countLabel } from "../figures";

const STATES = ["waiting", "running", "retrying", "planned", "failed"] as const;

/** The queue by task, and what runs by the clock. */
export function JobsCard({ jobs, timeZone }: { jobs: System["jobs"]; timeZone: string }) {
  const t = useTranslations("server.adminSystem");
  const locale = useLocale();
  return (
    <Card
      flush
      title={t("jobs.title")}
      description={
        jobs.worker_connections === 0
          ? t("jobs.noWorker")
          : t("jobs.workers", { count: jobs.worker_connections, here: jobs.runs_here ? "jobs" : "none" })
      }
      actions={
        <ButtonLink size="sm" href="/admin/system/jobs">
          {t("jobs.all")}
        </ButtonLink>
      }
    >
      {jobs.tasks.length === 0 ? (
        <p className="p-4 text-muted-foreground">{t("jobs.none")}</p>
      ) : (
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{t("jobs.task")}</TableHeader>
              {STATES.map((state) => (
                <TableHeader key={state} align="end" className="capitalize">
                  {t(`jobCounts.${state}`)}
                </TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {jobs.tasks.map((task) => (
              <TableRow key={task.task}>
                <TableCell>
                  <Link href={`/admin/system/jobs?task=${task.task}`} className="hover:underline">
                    {task.task}
                  </Link>
                  {task.oldest_waiting_at && (
                    <div className="text-muted-foreground text-xs">
                      {t.rich("jobs.waitingSince", {
                        time: () => <Timestamp value={task.oldest_waiting_at} timeZone={timeZone} />,
                      })}
                    </div>
                  )}
                </TableCell>
                {STATES.map((state) => (
                  <TableCell key={state} align="end">
                    {state === "failed" && task.failed > 0 ? (
                      <Badge tone="danger">{countLabel(locale, task.failed)}</Badge>
                    ) : (
                      countLabel(locale, task[state])
                    )}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Clock clock={jobs.clock} timeZone={timeZone} />
    </Card>
  );
}

function Clock({ clock, timeZone }: { clock: System["jobs"]["clock"]; timeZone: string }) {
  const t = useTranslations("server.adminSystem");
  if (clock.length === 0) return null;
  return (
    <details className="border-t px-4 py-2.5">
      <summary className="cursor-pointer text-sm">{t("jobs.clock")}</summary>
      <ul className="mt-2 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {clock.map(({ task, last_run_at }) => (
          <li key={task} className="flex flex-wrap justify-between gap-x-3">
            <span>{task}</span>
            <span className="text-muted-foreground">
              {last_run_at ? <Timestamp value={last_run_at} timeZone={timeZone} /> : t("notYet")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
