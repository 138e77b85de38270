"use client";

import { ListChecks } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { JOB_STATES } from "@/lib/queued-jobs/names";
import type { QueuedJob } from "@/lib/queued-jobs/schema";
import { JOB_STATE_TONES } from "../labels";
import { jobBulk } from "./bulk";
import { JobActs } from "./job-acts";

const helper = columnHelper<QueuedJob>();

const fieldsOf = (t: Texts<"client.adminSystem">): FilterField[] => [
  {
    kind: "enum",
    name: "state",
    label: t("jobs.state"),
    options: JOB_STATES.map((value) => ({ value, label: t(`jobStates.${value}`) })),
  },
  // text-ok: the name of a task
  { kind: "text", name: "task", label: t("jobs.task"), placeholder: "payments.confirm" },
];

export interface JobsTableProps {
  page: Page<QueuedJob>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function JobsTable({ page, links, issues, timeZone }: JobsTableProps) {
  const t = useTranslations("client.adminSystem");
  const columns = useMemo(() => jobColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo(() => fieldsOf(t), [t]);
  return (
    <DataTable
      list="admin_jobs"
      caption={t("jobs.list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      bulk={jobBulk(t, links.first)}
      empty={{ icon: ListChecks, title: t("jobs.none"), description: t("jobs.noneHelp") }}
    />
  );
}

function jobColumns(t: Texts<"client.adminSystem">, timeZone: string) {
  return helper.columns([
    helper.accessor("task", {
      header: t("jobs.task"),
      cell: ({ row, getValue }) => (
        <div className="min-w-0">
          <span className="font-medium">{getValue()}</span>{" "}
          <span className="text-muted-foreground tabular-nums">{row.original.number}</span>
          <LastError error={row.original.last_error} />
        </div>
      ),
    }),
    helper.accessor("state", {
      header: t("jobs.state"),
      cell: ({ getValue }) => <Badge tone={JOB_STATE_TONES[getValue()]}>{t(`jobStates.${getValue()}`)}</Badge>,
    }),
    helper.accessor("tenant", {
      header: t("jobs.tenant"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => {
        const tenant = getValue();
        return tenant ? (
          <Link href={`/admin/tenants/${tenant.id}`} className="whitespace-nowrap hover:underline">
            {tenant.name}
          </Link>
        ) : (
          <span className="whitespace-nowrap text-muted-foreground">{t("jobs.platform")}</span>
        );
      },
    }),
    helper.accessor("attempts", {
      header: t("jobs.tries"),
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {t("jobs.triesOf", { tries: original.attempts, most: original.max_attempts })}
        </span>
      ),
    }),
    helper.accessor("run_at", {
      header: t("jobs.due"),
      meta: { sort: "run_at", hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("started_at", {
      header: t("jobs.runningSince"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("created_at", {
      header: t("jobs.added"),
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("subject", {
      header: t("jobs.about"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) =>
        Object.entries(getValue()).map(([name, id]) => (
          <div key={name} className="flex items-center gap-1.5">
            <span className="text-muted-foreground text-xs">{name}</span> <CopyableId id={id} />
          </div>
        )),
    }),
    helper.display({
      id: "acts",
      header: t("jobs.actions"),
      meta: { align: "end" },
      cell: ({ row }) => <JobActs t={t} job={row.original} />,
    }),
  ]);
}

/** Its first line, and all of it on demand. */
function LastError({ error }: { error: string | null }) {
  if (!error) return null;
  const [first = "", ...rest] = error.split("\n");
  if (rest.length === 0) return <p className="max-w-xl break-words text-danger-text text-xs">{first}</p>;
  return (
    <details className="max-w-xl text-xs">
      <summary className="cursor-pointer break-words text-danger-text">{first}</summary>
      <pre className="mt-1 max-h-60 overflow-auto whitespace-pre-wrap break-words rounded-md bg-surface-muted p-2 font-mono text-2xs">
        {rest.join("\n")}
      </pre>
    </details>
  );
}
