"use client";

import { ShieldCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { Badge } from "@/components/ui/badge";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import { PROOF_STATUSES } from "@/lib/isolation-proofs/names";
import type { IsolationProof } from "@/lib/isolation-proofs/schema";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { countLabel, durationLabel } from "../figures";
import { PROOF_TONES } from "../labels";

const helper = columnHelper<IsolationProof>();

const fieldsOf = (t: Texts<"client.adminSystem">): FilterField[] => [
  {
    kind: "enum",
    name: "status",
    label: t("proofs.verdict"),
    options: PROOF_STATUSES.map((value) => ({ value, label: t(`verdicts.${value}`) })),
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
  const t = useTranslations("client.adminSystem");
  const locale = useLocale();
  const columns = useMemo(() => proofColumns(t, locale, timeZone), [t, locale, timeZone]);
  const fields = useMemo(() => fieldsOf(t), [t]);
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-semibold text-base">
        {t("proofs.history")}
      </h2>
      <DataTable
        list="admin_proofs"
        caption={t("proofs.list")}
        columns={columns}
        page={page}
        links={links}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/admin/system/isolation/${id}`}
        toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
        empty={{ icon: ShieldCheck, title: t("proofs.none"), description: t("proofs.noneHelp") }}
      />
    </section>
  );
}

function proofColumns(t: Texts<"client.adminSystem">, locale: string, timeZone: string) {
  return helper.columns([
    helper.accessor("created_at", {
      header: t("proofs.when"),
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("status", {
      header: t("proofs.verdict"),
      cell: ({ getValue }) => <Badge tone={PROOF_TONES[getValue()]}>{t(`verdicts.${getValue()}`)}</Badge>,
    }),
    helper.accessor("requested_by_label", { header: t("proofs.by"), meta: { hideBelow: "md" } }),
    helper.accessor("attempt_count", {
      header: t("proofs.attempts"),
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => countLabel(locale, getValue()),
    }),
    helper.accessor("wrong_count", {
      header: t("proofs.wrong"),
      meta: { align: "end" },
      cell: ({ row: { original } }) => countLabel(locale, original.wrong_count + original.finding_count),
    }),
    helper.accessor("duration_ms", {
      header: t("proofs.took"),
      meta: { align: "end", hideBelow: "lg" },
      cell: ({ getValue }) => {
        const durationMs = getValue();
        return durationMs === null ? "–" : durationLabel(locale, durationMs / 1000);
      },
    }),
    helper.accessor("postgres_version", { header: "PostgreSQL", meta: { hideBelow: "lg" } }),
  ]);
}
