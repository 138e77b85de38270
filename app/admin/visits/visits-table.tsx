"use client";

import { DoorOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { columnHelper } from "@/components/data-table/features";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import type { TableLinks } from "@/components/data-table/table-links";
import { useSentence } from "@/components/locale/use-sentence";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { FieldIssue } from "@/lib/errors";
import type { Page } from "@/lib/list-query";
import type { Texts } from "@/lib/messages/texts";
import { VISIT_STATES } from "@/lib/visits/names";
import type { PlatformVisit } from "@/lib/visits/schema";
import { endOfVisit, rightsOfVisit, VISIT_STATE_LABELS } from "@/lib/visits/words";
import { VisitStateBadges } from "./visit-state";

const helper = columnHelper<PlatformVisit>();

export interface VisitsTableProps {
  page: Page<PlatformVisit>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
  /** False on pages that are about one tenant. */
  showsTenant?: boolean;
}

/** All visits, past ones too. */
export function VisitsTable({ page, links, issues, timeZone, showsTenant = true }: VisitsTableProps) {
  const t = useTranslations("client.platform");
  const badgeTexts = useTranslations("client.visits");
  const sentence = useSentence();
  const columns = useMemo(
    () => visitColumns(t, { badgeTexts, sentence, timeZone, showsTenant }),
    [t, badgeTexts, sentence, timeZone, showsTenant],
  );
  const fields = useMemo<FilterField[]>(
    () => [
      {
        kind: "enum",
        name: "state",
        label: t("visits.state"),
        options: VISIT_STATES.map((value) => ({ value, label: sentence(VISIT_STATE_LABELS[value]) })),
      },
    ],
    [t, sentence],
  );
  return (
    <DataTable
      list="admin_visits"
      caption={t("visits.list")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: DoorOpen,
        title: t("visits.none"),
        description: t("visits.noneHelp"),
      }}
    />
  );
}

interface ColumnOptions {
  badgeTexts: Texts<"client.visits">;
  sentence: (english: string) => string;
  timeZone: string;
  showsTenant: boolean;
}

function visitColumns(t: Texts<"client.platform">, { badgeTexts, sentence, timeZone, showsTenant }: ColumnOptions) {
  // What the business code says of a visit is English.
  const said = (text: string | null) => (text === null ? null : sentence(text));
  const tenant = helper.accessor((visit) => visit.tenant.name, {
    id: "tenant",
    header: t("visits.tenant"),
    cell: ({ row: { original } }) => (
      <Link href={`/admin/tenants/${original.tenant.id}/visits`} className="font-medium hover:underline">
        {original.tenant.name}
      </Link>
    ),
  });
  return helper.columns([
    helper.accessor((visit) => visit.admin.name, { id: "admin", header: t("visits.visitor") }),
    ...(showsTenant ? [tenant] : []),
    helper.accessor("reason", {
      header: t("visits.reason"),
      cell: ({ getValue }) => <span className="block max-w-80 truncate">{getValue()}</span>,
    }),
    helper.accessor("state", {
      header: t("visits.state"),
      cell: ({ row: { original } }) => (
        <span className="inline-flex gap-1">
          <VisitStateBadges t={badgeTexts} sentence={sentence} visit={original} />
        </span>
      ),
    }),
    helper.accessor("started_at", {
      header: t("visits.began"),
      meta: { hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("ended_at", {
      header: t("visits.ended"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor((visit) => said(endOfVisit(visit)), {
      id: "end",
      header: t("visits.howEnded"),
      meta: { hideBelow: "xl" },
    }),
    helper.accessor((visit) => sentence(rightsOfVisit(visit)), {
      id: "rights",
      header: t("visits.rights"),
      meta: { hideBelow: "xl" },
    }),
    helper.accessor("created_at", {
      header: t("visits.asked"),
      meta: { sort: "created", hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("id", {
      header: t("visits.id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
