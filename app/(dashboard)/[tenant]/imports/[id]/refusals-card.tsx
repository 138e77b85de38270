import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { buttonVariants } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ImportDetail, KeptRecord } from "@/lib/imports/record";
import type { RefusedLine } from "@/lib/jobs/import-desk";

export interface RefusalsCardProps {
  tenantSlug: string;
  record: ImportDetail;
  /** The first of them. */
  lines: readonly RefusedLine[];
}

/** Which lines were refused, and why. */
export function RefusalsCard({ tenantSlug, record, lines }: RefusalsCardProps) {
  const t = useTranslations("server.imports.refusals");
  const sentence = useSentence();
  if (record.refused_count === 0) return null;
  const description = record.may_see_lines
    ? record.has_refusals
      ? t("first", { count: lines.length })
      : t("notKept")
    : t("notYours");
  return (
    <Card
      title={t("title", { count: record.refused_count })}
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
            <Icon name="download" /> {t("download")}
          </a>
        )
      }
    >
      {lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className="max-h-96 overflow-y-auto" tabIndex={0} aria-label={t("list")}>
          <Table>
            <TableHead>
              <TableRow>
                <TableHeader>{t("line")}</TableHeader>
                <TableHeader>{t("column")}</TableHeader>
                <TableHeader>{t("value")}</TableHeader>
                <TableHeader>{t("reason")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may be refused twice for one column; the list never changes
                <TableRow key={index}>
                  <TableCell className="tabular-nums">{line.line}</TableCell>
                  <TableCell>{line.column || "–"}</TableCell>
                  <TableCell className="max-w-60 break-words">{line.value || "–"}</TableCell>
                  <TableCell>{sentence(line.reason)}</TableCell>
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
  const t = useTranslations("server.imports.kept");
  if (items.length === 0) return null;
  return (
    <Card title={t("title")} description={t("help")} flush>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>{t("record")}</TableHeader>
            <TableHeader>{t("why")}</TableHeader>
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
              <TableCell>{t(reason)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
