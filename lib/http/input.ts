import { z } from "zod";
import type { RequestOrigin } from "../actor";
import { env } from "../env";
import { AppError, type FieldIssue } from "../errors";
import { type ListDefinition, parseListParams, QUERY_PARAMETER, RESERVED_PARAMETERS } from "../list-query";
import { readMultipart } from "./multipart";
import { isFiltersOf, isList, type Operation, type SignedBody } from "./operation";
import { zodIssues } from "./problem";
import { queryNames } from "./query-names";

const NO_PARAMETERS = z.strictObject({});
const MAX_JSON_DEPTH = 32;
/** The deadline of the whole answer comes later: it could not tell that the sender was slow, and not we. */
const BODY_SHARE_OF_TIME = 2 / 3;

/**
 * What a request of this actor gives to an operation, checked: its query parameters, or its body where it has one.
 * @throws AppError `validation_error` by field; `bad_request`, `payload_too_large` or `unsupported_media_type` for a body
 * that cannot be read
 */
export async function readInput(operation: Operation, request: Request, actor: RequestOrigin): Promise<unknown> {
  const parameters = new URL(request.url).searchParams;
  const { query, body } = operation;
  const q = parameters.get(QUERY_PARAMETER);
  const parseList = async (list: ListDefinition) =>
    parseListParams(list, parameters, { mode: "strict", names: await queryNames(actor, list, q) }).query;
  if (isList(query)) return parseList(query);
  if (isFiltersOf(query)) {
    refuseReserved(parameters);
    return parseList(query.filtersOf);
  }
  const parsed = parse(query ?? NO_PARAMETERS, toObject(parameters), "query");
  if (operation.encoding === "signed") return readSigned(request);
  if (body && operation.encoding === "multipart") return readMultipart(request, body);
  return body ? parse(body, await readJson(request, env().bodyLimitBytes), "body") : parsed;
}

function parse(schema: z.ZodType, value: unknown, place: "query" | "body"): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("validation_error", undefined, { issues: zodIssues(parsed.error, [place]) });
}

function toObject(parameters: URLSearchParams): Record<string, string> {
  const names = [...parameters.keys()];
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (repeated.size > 0) throw wrongParameters([...repeated], "Must be given once", "repeated");
  return Object.fromEntries(parameters);
}

function refuseReserved(parameters: URLSearchParams): void {
  const given = RESERVED_PARAMETERS.filter((name) => parameters.has(name));
  if (given.length > 0) throw wrongParameters(given, "Not a parameter of totals", "unknown_parameter");
}

function wrongParameters(names: readonly string[], msg: string, type: string): AppError {
  const issues = names.map((name): FieldIssue => ({ loc: ["query", name.slice(0, 100)], msg, type }));
  return new AppError("validation_error", undefined, { issues });
}

async function readSigned(request: Request): Promise<SignedBody> {
  return { bytes: await readBytes(request, env().bodyLimitBytes), headers: request.headers };
}

/** Reads a body of JSON. @throws AppError for one that is too large or no JSON */
export async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type")?.trim() ?? ""))
    throw new AppError("unsupported_media_type", "The body must be sent as application/json");
  if (!/^(identity)?$/i.test(request.headers.get("content-encoding") ?? ""))
    throw new AppError("unsupported_media_type", "The body must be sent without compression");
  const bytes = await readBytes(request, limitBytes);
  if (bytes.length === 0) throw new AppError("bad_request", "The request body is empty");
  const value = parseJson(decodeUtf8(bytes));
  if (isDeeperThan(value, MAX_JSON_DEPTH))
    throw new AppError("bad_request", `The request body is nested more than ${MAX_JSON_DEPTH} levels deep`);
  return value;
}

/** Never holds more than the limit and one chunk, whatever length the sender claims, and never waits beyond the deadline. */
async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const tooLarge = new AppError("payload_too_large", `The request body must have ${limitBytes} bytes at most`);
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  const deadline = newDeadline(env().requestTimeoutMs * BODY_SHARE_OF_TIME);
  try {
    while (reader) {
      const { done, value } = await Promise.race([reader.read(), deadline.passed]).catch((cause: unknown) => {
        if (cause instanceof AppError) throw cause;
        throw new AppError("bad_request", "The request body could not be read to its end", { cause });
      });
      if (done) break;
      length += value.byteLength;
      if (length > limitBytes) throw tooLarge;
      chunks.push(value);
    }
  } finally {
    deadline.cancel();
  }
  return Buffer.concat(chunks, length);
}

function newDeadline(timeoutMs: number): { passed: Promise<never>; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError("request_timeout")), timeoutMs);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("bad_request", "The request body is not UTF-8 text", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("bad_request", "The request body is not valid JSON", { cause });
  }
}

/** Level by level, so that no nesting can exhaust the stack. */
function isDeeperThan(value: unknown, maxDepth: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const nested = level.filter((item) => typeof item === "object" && item !== null);
    if (nested.length > 0 && depth === maxDepth) return true;
    level = nested.flatMap((item) => Object.values(item as object));
  }
  return false;
}
