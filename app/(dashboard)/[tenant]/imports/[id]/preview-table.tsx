"use client";

import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timestamp } from "@/components/ui/timestamp";
import type { ImportPreview } from "@/lib/imports/record";
import type { ImportResource } from "@/lib/imports/schema";
import type { Texts } from "@/lib/messages/texts";

type Line = ImportPreview["lines"][number];

const ACCOUNT_COLUMNS = ["name", "currency", "payout_currency", "country"] as const;
const PAYMENT_HEADS = ["account", "amount", "status", "created", "reference", "customer"] as const;
const ACCOUNT_HEADS = ["parent", ...ACCOUNT_COLUMNS] as const;

/** The first lines as they would be stored. */
export function PreviewTable({
  resource,
  lines,
  timeZone,
}: {
  resource: ImportResource;
  lines: readonly Line[];
  timeZone: string;
}) {
  const t = useTranslations("client.imports.preview");
  const sentence = useSentence();
  const isPayments = resource === "payment_intents";
  const heads = isPayments ? PAYMENT_HEADS : ACCOUNT_HEADS;
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeader>{t("line")}</TableHeader>
          {heads.map((head) => (
            <TableHeader key={head}>{t(head)}</TableHeader>
          ))}
          <TableHeader>{t("metadata")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.line}>
            <TableCell className="text-muted-foreground tabular-nums">{line.line}</TableCell>
            {line.refusals.length > 0 ? (
              <TableCell colSpan={heads.length + 1}>
                <span className="flex items-start gap-1.5 text-danger-text">
                  <Icon name="triangle-exclamation-point" className="mt-0.5 size-3.5" />
                  <span>
                    {t("refused", {
                      reasons: line.refusals
                        .map(({ column, reason }) => (column ? `${column}: ${sentence(reason)}` : sentence(reason)))
                        .join("; "),
                    })}
                  </span>
                </span>
              </TableCell>
            ) : isPayments ? (
              <PaymentCells t={t} line={line} timeZone={timeZone} />
            ) : (
              <AccountCells line={line} />
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function PaymentCells({ t, line, timeZone }: { t: Texts<"client.imports.preview">; line: Line; timeZone: string }) {
  const record = line.record ?? {};
  const pair = record.billing_amount === null ? "processing" : "billing";
  const amount = record[`${pair}_amount`];
  return (
    <>
      <TableCell className="whitespace-nowrap">
        {line.account} {line.is_new_account && <Badge tone="info">{t("new")}</Badge>}
      </TableCell>
      <TableCell align="end">
        <Money
          amountMinor={typeof amount === "number" ? amount : null}
          currency={textOf(record[`${pair}_currency`]) || null}
        />
      </TableCell>
      <TableCell>
        <StatusBadge status={textOf(record.status)} />
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {record.created_at ? <Timestamp value={textOf(record.created_at)} timeZone={timeZone} /> : t("now")}
      </TableCell>
      <TableCell>{textOf(record.reference) || "–"}</TableCell>
      <TableCell>{textOf(record.customer_email) || textOf(record.customer_phone) || "–"}</TableCell>
      <MetadataCell metadata={record.metadata} />
    </>
  );
}

function AccountCells({ line }: { line: Line }) {
  const record = line.record ?? {};
  return (
    <>
      <TableCell>{line.account ?? "–"}</TableCell>
      {ACCOUNT_COLUMNS.map((name) => (
        <TableCell key={name}>{textOf(record[name]) || "–"}</TableCell>
      ))}
      <MetadataCell metadata={record.metadata} />
    </>
  );
}

function MetadataCell({ metadata }: { metadata: unknown }) {
  const text = Object.entries((metadata ?? {}) as Record<string, unknown>)
    .map(([key, value]) => `${key}: ${String(value)}`)
    .join(", ");
  return (
    <TableCell className="max-w-64 truncate text-muted-foreground text-xs" title={text}>
      {text || "–"}
    </TableCell>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
