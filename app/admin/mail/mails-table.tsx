"use client";

import { Mails } from "lucide-react";
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
import { MAIL_STATUSES } from "@/lib/mails/names";
import type { Mail } from "@/lib/mails/schema";
import type { Texts } from "@/lib/messages/texts";
import { kindLabel, STATUS_TONES } from "./labels";

const helper = columnHelper<Mail>();

export interface MailsTableProps {
  page: Page<Mail>;
  links: TableLinks;
  issues: readonly FieldIssue[];
  timeZone: string;
}

export function MailsTable({ page, links, issues, timeZone }: MailsTableProps) {
  const t = useTranslations("client.adminMail");
  const columns = useMemo(() => mailColumns(t, timeZone), [t, timeZone]);
  const fields = useMemo(() => mailFilters(t, timeZone), [t, timeZone]);
  return (
    <DataTable
      list="admin_mails"
      caption={t("caption")}
      columns={columns}
      page={page}
      links={links}
      getRowId={({ id }) => id}
      toolbar={<FilterBar fields={fields} issues={issues} filters={links.filters} />}
      empty={{
        icon: Mails,
        title: t("none"),
        description: t("noneHelp"),
      }}
    />
  );
}

function mailFilters(t: Texts<"client.adminMail">, timeZone: string): FilterField[] {
  return [
    { kind: "text", name: "search", label: t("search"), placeholder: t("searchHint") },
    {
      kind: "enum",
      name: "status",
      label: t("status"),
      options: MAIL_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    { kind: "dateRange", name: "created", label: t("written"), timeZone },
  ];
}

function mailColumns(t: Texts<"client.adminMail">, timeZone: string) {
  return helper.columns([
    helper.accessor("subject", {
      header: t("subject"),
      cell: ({ row, getValue }) => (
        <Link href={`/admin/mail/${row.original.id}`} className="font-medium hover:underline">
          {getValue()}
        </Link>
      ),
    }),
    helper.accessor("recipient", { header: t("to") }),
    helper.accessor("status", {
      header: t("status"),
      cell: ({ getValue }) => <Badge tone={STATUS_TONES[getValue()]}>{t(`statuses.${getValue()}`)}</Badge>,
    }),
    helper.accessor("kind", {
      header: t("about"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => kindLabel(t, getValue()),
    }),
    helper.accessor("tenant_name", { header: t("tenant"), meta: { hideBelow: "lg" } }),
    helper.accessor("created_at", {
      header: t("written"),
      meta: { sort: "created", hideBelow: "md" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("error", { header: t("problem"), meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}
