"use client";

import Link from "next/link";
import { columnHelper } from "@/components/data-table/features";
import { Badge } from "@/components/ui/badge";
import { Button, buttonVariants } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import { FORMAT_LABELS, fileHref, isUnderWay, rowsLabel, STATE_LOOKS } from "../_exports/export-labels";
import { sizeLabel } from "../documents/file-labels";
import type { ExportRow } from "./export-row";

const helper = columnHelper<ExportRow>();

export interface ExportColumnsOptions {
  tenantSlug: string;
  timeZone: string;
  onCancel: (id: string) => void;
}

/** Columns of the list of exports; times are on the person's own clock. */
export function exportColumns({ tenantSlug, timeZone, onCancel }: ExportColumnsOptions) {
  return helper.columns([
    helper.accessor("label", {
      header: "List",
      cell: ({ row: { original } }) => (
        <Link href={original.href} prefetch={false} className="underline-offset-2 hover:underline">
          {original.label}
        </Link>
      ),
    }),
    helper.accessor("query", {
      header: "Filters and order",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <span className="text-muted-foreground">{readable(getValue()) || "None"}</span>,
    }),
    helper.accessor("state", {
      header: "State",
      cell: ({ row: { original } }) => {
        const { label, tone, icon } = STATE_LOOKS[original.state];
        return (
          <Badge tone={tone} data-icon={icon} title={original.error ?? undefined}>
            {label}
          </Badge>
        );
      },
    }),
    helper.accessor("row_count", {
      header: "Rows",
      meta: { align: "end" },
      cell: ({ row: { original } }) => <span className="tabular-nums">{rowsOf(original)}</span>,
    }),
    helper.accessor("size_bytes", {
      header: "Size",
      meta: { align: "end", hideBelow: "md" },
      cell: ({ getValue }) => sizeOf(getValue()),
    }),
    helper.accessor("requested_by.name", { id: "requested_by", header: "By", meta: { hideBelow: "md" } }),
    helper.accessor("created_at", {
      header: "Asked for",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("expires_at", {
      header: "Expires",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.display({
      id: "file",
      header: "File",
      meta: { align: "end" },
      cell: ({ row: { original } }) => <FileCell row={original} tenantSlug={tenantSlug} onCancel={onCancel} />,
    }),
    helper.accessor("format", {
      header: "Format",
      meta: { hiddenByDefault: true },
      cell: ({ row: { original } }) => `${FORMAT_LABELS[original.format]}${original.is_compressed ? ", gzip" : ""}`,
    }),
    helper.accessor("is_masked", {
      header: "Personal data",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => (getValue() ? "Masked" : "In full"),
    }),
    helper.accessor("download_count", { header: "Downloads", meta: { align: "end", hiddenByDefault: true } }),
    helper.accessor("downloaded_at", {
      header: "Last downloaded",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} />,
    }),
    helper.accessor("sha256", {
      header: "SHA-256",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue() ?? ""} />,
    }),
    helper.accessor("id", {
      header: "Id",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
  ]);
}

function FileCell({ row, tenantSlug, onCancel }: { row: ExportRow } & Omit<ExportColumnsOptions, "timeZone">) {
  if (!row.is_own) return null;
  if (row.state === "COMPLETED")
    return (
      <a className={buttonVariants({ size: "sm" })} href={fileHref(tenantSlug, row.id)} download>
        Download
      </a>
    );
  return isUnderWay(row) ? (
    <Button size="sm" variant="danger-outline" onClick={() => onCancel(row.id)}>
      Cancel
    </Button>
  ) : null;
}

function readable(query: string): string {
  return [...new URLSearchParams(query)].map(([name, value]) => `${name}: ${value}`).join(", ");
}

function rowsOf(row: ExportRow): string {
  if (!isUnderWay(row)) return row.state === "COMPLETED" || row.state === "EXPIRED" ? rowsLabel(row.row_count) : "–";
  return row.expected_row_count === null || row.expected_is_capped
    ? rowsLabel(row.row_count)
    : `${Math.min(row.row_count, row.expected_row_count)} of ${rowsLabel(row.expected_row_count)}`;
}

const sizeOf = (sizeBytes: number | null) => (sizeBytes === null ? "–" : sizeLabel(sizeBytes));
