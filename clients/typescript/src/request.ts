import { BulkheadError } from "./error.js";

/** Where the API is, and who asks. */
export interface Connection {
  /** Origin, such as `https://pay.example.com`. */
  baseUrl: string;
  /** Access key or session token; without one, only what is public answers. */
  token?: string;
  /** Instead of the global `fetch`, such as one with a proxy. */
  fetch?: typeof fetch;
}

export interface RequestOptions {
  /** Makes a repeated request have one effect; then it is tried again by itself where that can help. */
  idempotencyKey?: string;
  /** Slug of the tenant, where a session token's person belongs to several. */
  tenant?: string;
  signal?: AbortSignal;
  /** How often a request is sent at most if the API is busy or out of reach; 3 unless told. */
  maxTries?: number;
}

/** What a generated function asks for. */
interface Call {
  url: string;
  method: string;
  params?: object | undefined;
  data?: unknown;
  headers?: Record<string, string>;
}

const BUSY = [429, 503];
const LONGEST_WAIT_SECONDS = 60;

/** @throws TypeError for an address or a token that cannot be one */
export function checkConnection(connection: Connection): Connection {
  const { protocol, origin } = new URL(connection.baseUrl);
  if (!/^https?:$/.test(protocol)) throw new TypeError("baseUrl must begin with https:// or http://");
  if (connection.token !== undefined && !/^[\x21-\x7e]+$/.test(connection.token))
    throw new TypeError("token must be an access key or a session token");
  return { ...connection, baseUrl: origin };
}

/**
 * Sends one request, and again while the API is busy or out of reach, if a second time can do no harm.
 * @throws BulkheadError for any answer that is no success
 */
export async function request<T>(call: Call, options: RequestOptions = {}): Promise<T> {
  const mayRepeat = call.method === "GET" || options.idempotencyKey !== undefined;
  const tries = mayRepeat ? (options.maxTries ?? 3) : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await send(call, options)) as T;
    } catch (error) {
      if (attempt >= tries || options.signal?.aborted || !canPass(error)) throw error;
      const asked = error instanceof BulkheadError ? error.retryAfterSeconds : null;
      await wait(asked ?? 2 ** (attempt - 2) * (0.5 + Math.random()), options.signal);
    }
  }
}

function canPass(error: unknown): boolean {
  if (!(error instanceof BulkheadError)) return error instanceof TypeError;
  return BUSY.includes(error.status) || error.code === "idempotency_in_progress";
}

function wait(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

async function send(call: Call, options: RequestOptions): Promise<unknown> {
  // `connect` put it there.
  const { connection, idempotencyKey, tenant, signal } = options as RequestOptions & { connection: Connection };
  const isForm = call.data instanceof FormData;
  const headers = new Headers();
  if (connection.token) headers.set("authorization", `Bearer ${connection.token}`);
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  if (tenant !== undefined) headers.set("x-tenant", tenant);
  // A form names its boundary itself.
  if (call.data !== undefined && !isForm) headers.set("content-type", "application/json");
  const response = await (connection.fetch ?? fetch)(`${connection.baseUrl}${call.url}${queryOf(call.params)}`, {
    method: call.method,
    headers,
    ...(call.data !== undefined && { body: isForm ? (call.data as FormData) : JSON.stringify(call.data) }),
    ...(signal && { signal }),
  });
  const isJson = /^application\/json\b/.test(response.headers.get("content-type") ?? "");
  // A file, as it was stored; some are JSON.
  const isFile = /^attachment\b/.test(response.headers.get("content-disposition") ?? "");
  if (response.ok && (isFile || !isJson)) return response.blob();
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new BulkheadError(response.status, body, response.headers);
  return body;
}

/** Lists are joined by commas; `{metadata: {"a.b": "x", "tags[]": "y"}}` is `metadata[a.b]=x&metadata[tags][]=y`. */
function queryOf(parameters: object = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) query.set(name, value.join(","));
    else if (typeof value !== "object") query.set(name, String(value));
    else
      for (const [key, item] of Object.entries(value))
        query.set(key.endsWith("[]") ? `${name}[${key.slice(0, -2)}][]` : `${name}[${key}]`, String(item));
  }
  return query.size > 0 ? `?${query}` : "";
}
