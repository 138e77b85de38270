import { Badge } from "@/components/ui/badge";
import type { Texts } from "@/lib/messages/texts";
import type { RequestLog } from "@/lib/request-logs/schema";

/** Method, address and the names of the parameters; what went wrong, or that nothing was done again, below. */
export function RequestLine({ t, request }: { t: Texts<"client.requests">; request: RequestLog }) {
  const { method, path, parameters, error_code, is_replay } = request;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
      <code className="font-mono text-xs">
        <span className="text-muted-foreground">{method}</span> <span className="break-all">{path}</span>
        {parameters.length > 0 && <span className="text-muted-foreground">?{parameters.join("&")}</span>}
      </code>
      {error_code && <Badge tone="neutral">{error_code}</Badge>}
      {is_replay && <Badge tone="info">{t("replayed")}</Badge>}
    </span>
  );
}
