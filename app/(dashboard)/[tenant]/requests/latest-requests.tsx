import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { Timestamp } from "@/components/ui/timestamp";
import type { MemberActor } from "@/lib/actor";
import { type Page, parseListParams } from "@/lib/list-query";
import { listRequestLogs } from "@/lib/request-logs/queries";
import { type RequestLog, requestLogList } from "@/lib/request-logs/schema";
import { RequestLine } from "./request-line";
import { StatusCode } from "./status";

const SHOWN = 10;

/** The latest requests of an access key. */
export function readLatestRequests(actor: MemberActor, apiKeyId: string): Promise<Page<RequestLog>> {
  const { query } = parseListParams(requestLogList, { api_key: apiKeyId, size: "25" }, { mode: "strict" });
  return listRequestLogs(actor, query);
}

export interface LatestRequestsProps {
  /** From `readLatestRequests`. */
  requests: Page<RequestLog>;
  apiKeyId: string;
  tenantPath: string;
  timeZone: string;
}

/** What a key asked lately, and how it was answered. */
export function LatestRequests({ requests, apiKeyId, tenantPath, timeZone }: LatestRequestsProps) {
  const t = useTranslations("server.requests");
  const labels = useTranslations("client.requests");
  const { items } = requests;
  return (
    <Card
      flush
      title={t("latest")}
      actions={
        items.length > 0 && (
          <Link href={`${tenantPath}/requests?api_key=${apiKeyId}`} className="text-accent text-xs hover:underline">
            {t("allOfKey")}
          </Link>
        )
      }
    >
      {items.length === 0 ? (
        <p className="p-4 text-muted-foreground">{t("noneOfKey")}</p>
      ) : (
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{labels("answer")}</TableHeader>
              <TableHeader>{labels("request")}</TableHeader>
              <TableHeader align="end" className="max-sm:hidden">
                {labels("duration")}
              </TableHeader>
              <TableHeader className="max-sm:hidden">{labels("when")}</TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.slice(0, SHOWN).map((request) => (
              <TableRow key={request.id}>
                <TableCell>
                  <StatusCode status={request.status} />
                </TableCell>
                <TableCell>
                  <RequestLine t={labels} request={request} />
                  {/* On a phone it has no room beside. */}
                  <span className="text-muted-foreground text-xs sm:hidden">
                    <Timestamp value={request.created_at} timeZone={timeZone} style="second" />
                  </span>
                </TableCell>
                <TableCell align="end" className="whitespace-nowrap max-sm:hidden">
                  {labels("milliseconds", { duration: request.duration_ms })}
                </TableCell>
                <TableCell className="max-sm:hidden">
                  <Timestamp value={request.created_at} timeZone={timeZone} style="second" />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Card>
  );
}
