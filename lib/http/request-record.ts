import type { Actor, RequestOrigin } from "../actor";
import { noteRequest } from "../request-logs/commands";

/** What comes to be known of a request while it is served, for its answer and for the request log. */
export interface RequestRecord {
  /** Whose token it is; null until then, and for requests without a valid one. */
  actor: Actor | null;
  /** For the answer, whatever that will be. */
  headers: Record<string, string>;
  /** Answered from an idempotency key. */
  isReplay: boolean;
}

export function newRecord(): RequestRecord {
  return { actor: null, headers: {}, isReplay: false };
}

interface Outcome {
  status: number;
  errorCode: string | null;
  startedAt: Date;
  durationMs: number;
}

const MAX_NAMES = 30;

/** Puts an answered request of a tenant's key or person into the request log. */
export function logRequest(
  request: Request,
  path: string,
  { requestId, ipAddress, userAgent }: RequestOrigin,
  { actor, isReplay }: RequestRecord,
  outcome: Outcome,
): void {
  if (actor?.kind !== "apiKey" && actor?.kind !== "member") return;
  noteRequest({
    tenant_id: actor.tenantId,
    created_at: outcome.startedAt.toISOString(),
    api_key_id: actor.kind === "apiKey" ? actor.apiKeyId : null,
    user_id: actor.kind === "member" ? actor.userId : null,
    method: request.method,
    path,
    parameters: parameterNames(request.url),
    status: outcome.status,
    error_code: outcome.errorCode,
    duration_ms: Math.round(outcome.durationMs),
    request_id: requestId,
    is_replay: isReplay,
    ip_address: ipAddress,
    user_agent: userAgent,
  });
}

/** Only what looks like a name of ours: somebody may have typed anything in its place. */
function parameterNames(url: string): string[] {
  const search = url.indexOf("?");
  if (search < 0) return [];
  const names = [...new URLSearchParams(url.slice(search)).keys()].map(
    (name) => /^[a-z][a-z0-9_]{0,40}(?=\[|$)/.exec(name)?.[0] ?? "?",
  );
  return [...new Set(names)].slice(0, MAX_NAMES);
}
