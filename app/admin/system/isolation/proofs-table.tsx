"use client";

import { ShieldCheck } from "lucide-react";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import { type IsolationProof, PROOF_STATUSES } from "@/lib/isolation-proofs/schema";
import type { Page } from "@/lib/list-query";
import { countLabel, durationLabel } from "../figures";
import { PROOF_LABELS, PROOF_TONES } from "../labels";

const helper = columnHelper<IsolationProof>();

const FIELDS: FilterField[] = [
  {
    kind: "enum",
    name: "status",
    label: "Verdict",
    options: PROOF_STATUSES.map((value) => ({ value, label: PROOF_LABELS[value] })),
  },
];

export interface ProofsTableProps {
  page: Page<IsolationProof>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

/** All runs that are kept, newest first. */
export function ProofsTable({ page, links, issues, timeZone }: ProofsTableProps) {
  const columns = useMemo(() => proofColumns(timeZone), [timeZone]);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold text-base">
        History
      </h2>
      <DataTable
        list="admin_proofs"
        caption="Runs of the proof"
        columns={columns}
        page={page}
        links={links}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/admin/system/isolation/${id}`}
        toolbar={<FilterBar fields={FIELDS} issues={issues} filters={links.filters} />}
        empty={{ icon: ShieldCheck, title: "No runs yet", description: "The newest hundred are kept." }}
      />
    </section>
  );
}

function proofColumns(timeZone: string) {
  return helper.columns([
    helper.accessor("created_at", {
      header: "When",
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("status", {
      header: "Verdict",
      cell: ({ getValue }) => <Badge tone={PROOF_TONES[getValue()]}>{PROOF_LABELS[getValue()]}</Badge>,
    }),
    helper.accessor("requested_by_label", { header: "By", meta: { hideBelow: "md" } }),
    helper.accessor("attempt_count", {
      header: "Attempts",
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => countLabel(getValue()),
    }),
    helper.accessor("wrong_count", {
      header: "Wrong",
      meta: { align: "end" },
      cell: ({ row: { original } }) => countLabel(original.wrong_count + original.finding_count),
    }),
    helper.accessor("duration_ms", {
      header: "Took",
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ getValue }) => {
        const durationMs = getValue();
        return durationMs === null ? "–" : durationLabel(durationMs / 1000);
      },
    }),
    helper.accessor("postgres_version", { header: "PostgreSQL", meta: { hideBelow: "lg" } }),
  ]);
}
