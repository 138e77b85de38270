import { v7 as uuidV7 } from "uuid";
import type { ApiKeyActor } from "../../lib/actor";
import type { Permission } from "../../lib/permissions";
import { flushRequestLog, noteRequest } from "../../lib/request-logs/commands";
import { seededRandom } from "./random";

interface Sort {
  /** Only keys that hold it were answered so; any key, where it is `null`. */
  needs: Permission | null;
  method: string;
  path: string;
  parameters: string[];
  status: number;
  error_code: string | null;
  weight: number;
}

const SORTS: readonly Sort[] = [
  sort(12, "payment_intents:read", "GET", "/api/v1/payment_intents", 200, null, ["status", "size"]),
  sort(8, "payment_intents:read", "GET", "/api/v1/payment_intent", 200, null, ["id"]),
  sort(6, "payment_intents:write", "POST", "/api/v1/payment_intent", 201),
  sort(4, "payment_intents:write", "POST", "/api/v1/payment_intent/confirm", 200),
  sort(3, "accounts:read", "GET", "/api/v1/accounts", 200, null, ["currency"]),
  sort(1, "payment_intents:write", "POST", "/api/v1/payment_intent", 422, "validation_error"),
  sort(1, "payment_intents:read", "GET", "/api/v1/payment_intent", 404, "not_found", ["id"]),
  sort(1, null, "PATCH", "/api/v1/account", 403, "forbidden"),
];

function sort(
  weight: number,
  needs: Permission | null,
  method: string,
  path: string,
  status: number,
  error_code: string | null = null,
  parameters: string[] = [],
): Sort {
  return { weight, needs, method, path, status, error_code, parameters };
}

const COUNT = 140;
const HOURS = 30;
const HOUR_MS = 3_600_000;

/** Requests of the last day by these keys, by way of the request log's own writer. */
export async function seedRequests(keys: readonly ApiKeyActor[]): Promise<void> {
  const random = seededRandom(COUNT);
  const urn = SORTS.flatMap((one) => Array.from({ length: one.weight }, () => one));
  for (let left = COUNT; left > 0; left -= 1) {
    const key = random.pick(keys);
    const {
      weight: _weight,
      needs: _needs,
      ...request
    } = random.pick(urn.filter(({ needs }) => needs === null || key.permissions.has(needs)));
    noteRequest({
      ...request,
      tenant_id: key.tenantId,
      created_at: new Date(Date.now() - ((left - random.next()) / COUNT) * HOURS * HOUR_MS).toISOString(),
      api_key_id: key.apiKeyId,
      user_id: null,
      duration_ms: random.int(3, request.method === "GET" ? 24 : 60),
      request_id: uuidV7(),
      is_replay: request.method === "POST" && request.status < 300 && random.chance(0.1),
      ip_address: "192.0.2.40",
      user_agent: "aurora-booking/4.2",
    });
  }
  await flushRequestLog();
}
