import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportDetail, KeptRecord } from "@/lib/imports/record";
import type { RefusedLine } from "@/lib/jobs/import-desk";
import { countLabel, KEPT_LABELS } from "../labels";

export interface RefusalsCardProps {
  tenantSlug: string;
  record: ImportDetail;
  /** The first of them. */
  lines: readonly RefusedLine[];
}

/** Which lines were refused, and why. */
export function RefusalsCard({ tenantSlug, record, lines }: RefusalsCardProps) {
  if (record.refused_count === 0) return null;
  const description = record.may_see_lines
    ? record.has_refusals
      ? `The first ${lines.length}; all of them are in the file`
      : "They are not kept any more"
    : "Only whoever has uploaded the file sees them";
  return (
    <Card
      title={`${countLabel(record.refused_count, "refused line")}`}
      description={description}
      flush
      actions={
        lines.length > 0 && (
          // A download is no page: it must not be fetched ahead.
          <a
            href={`/api/dashboard/${tenantSlug}/import/refusals?id=${record.id}`}
            className={buttonVariants({ variant: "secondary", size: "sm" })}
            download
          >
            <Download aria-hidden /> Download all
          </a>
        )
      }
    >
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="max-h-96 overflow-y-auto" tabIndex={0} aria-label="Refused lines">
          <Table>
            <TableHead>
              <TableRow>
                <TableHeader>Line</TableHeader>
                <TableHeader>Column</TableHeader>
                <TableHeader>Value</TableHeader>
                <TableHeader>Reason</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may be refused twice for one column; the list never changes
                <TableRow key={index}>
                  <TableCell className="tabular-nums">{line.line}</TableCell>
                  <TableCell>{line.column || "–"}</TableCell>
                  <TableCell className="max-w-60 break-words">{line.value || "–"}</TableCell>
                  <TableCell>{line.reason}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </section>
      )}
    </Card>
  );
}

/** What an undo could not take back, with links to look at it. */
export function KeptCard({ tenantSlug, items }: { tenantSlug: string; items: readonly KeptRecord[] }) {
  if (items.length === 0) return null;
  return (
    <Card title="Kept" description="Something has happened to these since they were imported, so they stay" flush>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>Record</TableHeader>
            <TableHeader>Why it stays</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(({ id, resource, label, reason }) => (
            <TableRow key={id}>
              <TableCell>
                <a
                  className="text-accent-text underline-offset-2 hover:underline"
                  href={`/${tenantSlug}/${resource === "accounts" ? "accounts" : "payment-intents"}/${id}`}
                >
                  {label}
                </a>
              </TableCell>
              <TableCell>{KEPT_LABELS[reason]}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
