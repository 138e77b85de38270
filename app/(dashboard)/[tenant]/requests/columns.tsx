"use client";

import { KeyRound, User } from "lucide-react";
import Link from "next/link";
import { columnHelper } from "@/components/data-table/features";
import { CopyableId } from "@/components/ui/copyable-id";
import { Timestamp } from "@/components/ui/timestamp";
import type { RequestLog } from "@/lib/request-logs/schema";
import { RequestLine } from "./request-line";
import { StatusCode } from "./status";

const helper = columnHelper<RequestLog>();

/** Columns of the request log. */
export function requestColumns(tenantPath: string, timeZone: string) {
  return helper.columns([
    helper.accessor("status", { header: "Answer", cell: ({ getValue }) => <StatusCode status={getValue()} /> }),
    helper.accessor("path", {
      header: "Request",
      cell: ({ row: { original } }) => <RequestLine request={original} />,
    }),
    helper.display({
      id: "who",
      header: "Who",
      meta: { hideBelow: "md" },
      cell: ({ row: { original } }) => <Sender request={original} tenantPath={tenantPath} />,
    }),
    helper.accessor("duration_ms", {
      header: "Duration",
      meta: { align: "end", hideBelow: "sm" },
      cell: ({ getValue }) => `${getValue()} ms`,
    }),
    helper.accessor("created_at", {
      header: "When",
      meta: { sort: "created" },
      cell: ({ getValue }) => <Timestamp value={getValue()} timeZone={timeZone} style="second" />,
    }),
    helper.accessor("request_id", {
      header: "Request id",
      meta: { hideBelow: "lg" },
      cell: ({ getValue }) => <CopyableId id={getValue()} />,
    }),
    helper.accessor("ip_address", {
      header: "Address",
      meta: { hideBelow: "xl" },
      cell: ({ getValue }) => getValue() ?? <span className="text-muted-foreground">–</span>,
    }),
    helper.accessor("user_agent", {
      header: "User agent",
      meta: { hiddenByDefault: true },
      cell: ({ getValue }) => <span className="line-clamp-1 text-muted-foreground">{getValue() ?? "–"}</span>,
    }),
  ]);
}

function Sender({ request, tenantPath }: { request: RequestLog; tenantPath: string }) {
  const { api_key, user_name } = request;
  const Icon = api_key ? KeyRound : User;
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 align-middle">
      <Icon className="size-3.5 shrink-0 text-muted-foreground" aria-hidden />
      <span className="sr-only">{api_key ? "API key" : "Person"}</span>
      {api_key ? (
        <Link href={`${tenantPath}/api-keys/${api_key.id}`} className="hover:underline">
          {api_key.name}
        </Link>
      ) : (
        (user_name ?? "Unknown")
      )}
    </span>
  );
}
