"use client";

import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { Badge } from "@/components/ui/badge";
import { CopyableId, shortId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Document } from "@/lib/documents/schema";
import type { Locale } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
import { sizeLabel, typeLabel } from "./file-labels";
import { RestoreButton } from "./life-buttons";

const helper = columnHelper<Document>();

export interface ColumnOptions {
  tenantSlug: string;
  timeZone: string;
  /** The columns of deleted documents: when, and a way back for those who may. */
  deleted: boolean;
  mayWrite: boolean;
}

/** Columns of the list of documents. */
export function documentColumns(
  t: Texts<"client.documents">,
  locale: Locale,
  { tenantSlug, timeZone, deleted, mayWrite }: ColumnOptions,
) {
  const deletedAt = helper.accessor("deleted_at", {
    header: t("deletedAt"),
    cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
  });
  const restore = helper.display({
    id: "restore",
    header: () => <span className="sr-only">{t("restore")}</span>,
    meta: { label: t("restore"), align: "end" },
    cell: ({ row }) => <RestoreButton tenantSlug={tenantSlug} document={row.original} size="sm" />,
  });
  return helper.columns([
    helper.accessor("title", {
      header: t("title"),
      meta: { sort: "title" },
      cell: ({ row: { original } }) => (
        <>
          {original.title} {original.version > 1 && <Badge>{t("version", { version: original.version })}</Badge>}
        </>
      ),
    }),
    helper.accessor("content_type", { header: t("type"), cell: ({ getValue }) => typeLabel(t, getValue()) }),
    helper.accessor("size_bytes", {
      header: t("size"),
      meta: { sort: "size", align: "end" },
      cell: ({ getValue }) => (
        // The unit stays behind its digits in a language from right to left.
        <bdi dir="ltr" className="tabular-nums">
          {sizeLabel(getValue(), locale)}
        </bdi>
      ),
    }),
    helper.accessor("account", { header: t("account"), cell: ({ getValue }) => getValue()?.name ?? <Absent /> }),
    helper.accessor("payment_intent", {
      header: t("payment"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => {
        const payment = getValue();
        return payment ? (payment.reference ?? shortId(payment.id)) : <Absent />;
      },
    }),
    helper.accessor("uploaded_by", {
      header: t("uploadedBy"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => getValue()?.name ?? <Absent />,
    }),
    helper.accessor("created_at", {
      header: t("uploaded"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("file_name", { header: t("fileName"), meta: { hiddenByDefault: true } }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    ...(deleted ? [deletedAt] : []),
    ...(deleted && mayWrite ? [restore] : []),
  ]);
}
