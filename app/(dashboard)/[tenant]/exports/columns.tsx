"use client";

import Link from "next/link";
import { columnHelper } from "@/components/data-table/features";
import { Badge } from "@/components/ui/badge";
import { Button, buttonVariants } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Locale } from "@/lib/locale";
import type { Texts } from "@/lib/messages/texts";
import { FORMAT_LABELS, fileHref, isUnderWay, rowsLabel, STATE_LOOKS } from "../_exports/export-labels";
import { sizeLabel } from "../documents/file-labels";
import type { ExportRow } from "./export-row";

const helper = columnHelper<ExportRow>();

export interface ExportColumnsOptions {
  tenantSlug: string;
  timeZone: string;
  onCancel: (id: string) => void;
  locale: Locale;
  /** Puts what the server says into the page's language. */
  sentence: (english: string) => string;
}

/** Columns of the list of exports; times are on the person's own clock. */
export function exportColumns(
  t: Texts<"client.exports">,
  { tenantSlug, timeZone, onCancel, sentence, locale }: ExportColumnsOptions,
) {
  return helper.columns([
    helper.accessor("label", {
      header: t("of"),
      cell: ({ row: { original } }) => (
        <Link href={original.href} prefetch={false} className="underline-offset-2 hover:underline">
          {sentence(original.label)}
        </Link>
      ),
    }),
    helper.accessor("query", {
      header: t("query"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <span className="text-muted-foreground">{readable(getValue()) || t("noQuery")}</span>,
    }),
    helper.accessor("state", {
      header: t("state"),
      cell: ({ row: { original } }) => {
        const { tone, icon } = STATE_LOOKS[original.state];
        return (
          <Badge tone={tone} data-icon={icon} title={original.error ? sentence(original.error) : undefined}>
            {t(`states.${original.state}`)}
          </Badge>
        );
      },
    }),
    helper.accessor("row_count", {
      header: t("rowCount"),
      meta: { align: "end" },
      cell: ({ row: { original } }) => <span className="tabular-nums">{rowsOf(t, original)}</span>,
    }),
    helper.accessor("size_bytes", {
      header: t("size"),
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => sizeOf(getValue(), locale),
    }),
    helper.accessor("requested_by.name", { id: "requested_by", header: t("by"), meta: { hideBelow: "md" } }),
    helper.accessor("created_at", {
      header: t("askedFor"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("expires_at", {
      header: t("expires"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "file",
      header: t("file"),
      meta: { align: "end" },
      cell: ({ row: { original } }) => <FileCell t={t} row={original} tenantSlug={tenantSlug} onCancel={onCancel} />,
    }),
    helper.accessor("format", {
      header: t("format"),
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => `${FORMAT_LABELS[original.format]}${original.is_compressed ? ", gzip" : ""}`,
    }),
    helper.accessor("is_masked", {
      header: t("personalData"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => (getValue() ? t("masked") : t("inFull")),
    }),
    helper.accessor("download_count", { header: t("downloads"), meta: { align: "end", hiddenByDefault: true } }),
    helper.accessor("downloaded_at", {
      header: t("lastDownloaded"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("sha256", {
      header: "SHA-256",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue() ?? ""} />,
    }),
    helper.accessor("id", {
      header: t("id"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

interface FileCellProps extends Pick<ExportColumnsOptions, "tenantSlug" | "onCancel"> {
  t: Texts<"client.exports">;
  row: ExportRow;
}

function FileCell({ t, row, tenantSlug, onCancel }: FileCellProps) {
  if (!row.is_own) return null;
  if (row.state === "COMPLETED")
    return (
      <a className={buttonVariants({ size: "sm" })} href={fileHref(tenantSlug, row.id)} download>
        {t("download")}
      </a>
    );
  return isUnderWay(row) ? (
    <Button size="sm" variant="danger-outline" onClick={() => onCancel(row.id)}>
      {t("cancel")}
    </Button>
  ) : null;
}

function readable(query: string): string {
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}: ${value}`).join(", ");
}

function rowsOf(t: Texts<"client.exports">, row: ExportRow): string {
  if (!isUnderWay(row)) return row.state === "COMPLETED" || row.state === "EXPIRED" ? rowsLabel(t, row.row_count) : "–";
  return row.expected_row_count === null || row.expected_is_capped
    ? rowsLabel(t, row.row_count)
    : t("rows.partly", {
        written: Math.min(row.row_count, row.expected_row_count),
        count: row.expected_row_count,
      });
}

const sizeOf = (sizeBytes: number | null, locale: Locale) => (sizeBytes === null ? "–" : sizeLabel(sizeBytes, locale));
