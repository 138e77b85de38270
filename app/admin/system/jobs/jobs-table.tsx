"use client";

import { ListChecks } from "lucide-react";
import Link from "next/link";
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
import { JOB_STATES, type QueuedJob } from "@/lib/queued-jobs/schema";
import { JOB_STATE_LABELS, JOB_STATE_TONES } from "../labels";
import { JobActs } from "./job-acts";

const helper = columnHelper<QueuedJob>();

const FIELDS: FilterField[] = [
  {
    kind: "enum",
    name: "state",
    label: "State",
    options: JOB_STATES.map((value) => ({ value, label: JOB_STATE_LABELS[value] })),
  },
  { kind: "text", name: "task", label: "Task", placeholder: "payments.confirm" },
];

export interface JobsTableProps {
  page: Page<QueuedJob>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function JobsTable({ page, links, issues, timeZone }: JobsTableProps) {
  const columns = useMemo(() => jobColumns(timeZone), [timeZone]);
  return (
    <DataTable
      list="admin_jobs"
      caption="Jobs"
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
      empty={{ icon: ListChecks, title: "The queue is empty", description: "Jobs that are done are gone from it." }}
    />
  );
}

function jobColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("task", {
      header: "Task",
      cell: ({ row, getValue }) => (
        <div className="min-w-0">
          <span className="font-medium">{getValue()}</span>{" "}
          <span className="text-muted-foreground tabular-nums">{row.original.number}</span>
          <LastError error={row.original.last_error} />
        </div>
      ),
    }),
    helper.accessor("state", {
      header: "State",
      cell: ({ getValue }) => <Badge tone={JOB_STATE_TONES[getValue()]}>{JOB_STATE_LABELS[getValue()]}</Badge>,
    }),
    helper.accessor("tenant", {
      header: "Tenant",
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => {
        const tenant = getValue();
        return tenant ? (
          <Link href={`/admin/tenants/${tenant.id}`} className="whitespace-nowrap hover:underline">
            {tenant.name}
          </Link>
        ) : (
          <span className="whitespace-nowrap text-muted-foreground">the platform</span>
        );
      },
    }),
    helper.accessor("attempts", {
      header: "Tries",
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {original.attempts} of {original.max_attempts}
        </span>
      ),
    }),
    helper.accessor("run_at", {
      header: "Due",
      meta: { sort: "run_at", hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("started_at", {
      header: "Running since",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("created_at", {
      header: "Added",
      meta: { sort: "created", hideBelow: "xl" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("subject", {
      header: "About",
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
      header: "Actions",
      meta: { align: "end" },
      cell: ({ row }) => <JobActs job={row.original} />,
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
