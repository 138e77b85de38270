"use client";

import { KeyRound, User } from "lucide-react";
import Link from "next/link";
import { columnHelper } from "@/components/data-table/features";
import { Absent } from "@/components/ui/absent";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { Texts } from "@/lib/messages/texts";
import type { RequestLog } from "@/lib/request-logs/schema";
import { RequestLine } from "./request-line";
import { StatusCode } from "./status";

type RequestTexts = Texts<"client.requests">;

const helper = columnHelper<RequestLog>();

/** Columns of the request log. */
export function requestColumns(t: RequestTexts, tenantPath: string, timeZone: string) {
  return helper.columns([
    helper.accessor("status", { header: t("answer"), cell: ({ getValue }) => <StatusCode status={getValue()} /> }),
    helper.accessor("path", {
      header: t("request"),
      cell: ({ row: { original } }) => <RequestLine t={t} request={original} />,
    }),
    helper.display({
      id: "who",
      header: t("who"),
      meta: { hideBelow: "md" },
      cell: ({ row: { original } }) => <Sender t={t} request={original} tenantPath={tenantPath} />,
    }),
    helper.accessor("duration_ms", {
      header: t("duration"),
      meta: { align: "end", hideBelow: "sm" },
      cell: ({ getValue }) => t("milliseconds", { duration: getValue() }),
    }),
    helper.accessor("created_at", {
      header: t("when"),
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("request_id", {
      header: t("requestId"),
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    helper.accessor("ip_address", {
      header: t("address"),
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue() ?? <Absent />,
    }),
    helper.accessor("user_agent", {
      header: t("userAgent"),
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <span className="line-clamp-1 text-muted-foreground">{getValue() ?? "–"}</span>,
    }),
  ]);
}

interface SenderProps {
  t: RequestTexts;
  request: RequestLog;
  tenantPath: string;
}

function Sender({ t, request, tenantPath }: SenderProps) {
  const { api_key, user_name } = request;
  const Icon = api_key ? KeyRound : User;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 align-middle">
      <Icon className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
      <span className="sr-only">{api_key ? t("apiKey") : t("person")}</span>
      {api_key ? (
        <Link href={`${tenantPath}/api-keys/${api_key.id}`} className="hover:underline">
          {api_key.name}
        </Link>
      ) : (
        (user_name ?? t("unknown"))
      )}
    </span>
  );
}
