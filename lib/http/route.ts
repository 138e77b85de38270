import { z } from "zod";
import type { Actor, ApiKeyActor, MemberActor, PersonActor, PlatformAdminActor, RequestOrigin } from "../actor";
import { asBearer, bearerPerson, bearerPlatformAdmin } from "../auth/actor";
import { env } from "../env";
import { AppError } from "../errors";
import { checkIdempotencyKey, fingerprintOf, IDEMPOTENCY_HEADER, IdempotentRequest } from "../idempotency";
import { type Page, toApiPage } from "../list-query";
import type { StoredBytes } from "../stored-bytes";
import { answering, preflightHeaders } from "./answer";
import { bytesAnswer } from "./bytes";
import { readInput } from "./input";
import { type InputOf, isList, METHODS, type Operation, type ResultOf } from "./operation";
import { toProblem } from "./problem";
import { countAnonymous, countRequest } from "./rate-limits";
import type { RequestRecord } from "./request-record";

/** One verb of a route file: a plain function from request to answer, with its declaration for the tests. */
export interface OperationHandler {
  (request: Request): Promise<Response>;
  readonly operation: Operation;
}

/** Who asks; of a public operation nothing is known but where the request comes from. */
type ActorOf<O extends Operation> = O extends { isPublic: true }
  ? RequestOrigin
  : O extends { isPlatform: true }
    ? PlatformAdminActor
    : O extends { isPersonal: true }
      ? PersonActor
      : O extends { isSessionOnly: true }
        ? MemberActor
        : MemberActor | ApiKeyActor;

type Work<O extends Operation> = (actor: ActorOf<O>, input: InputOf<O>) => Promise<ResultOf<O>> | ResultOf<O>;

/**
 * Serves an operation: token → actor, strict parse, query or command, reply through the reply schema, so that a field
 * that is not in it never leaves. The permission is checked by the door, for whoever asks.
 */
export function route<O extends Operation>(operation: O, work: Work<O>): OperationHandler {
  const run = untyped(work);
  const reply = compiledReply(operation);
  const handler = answering(
    operation.path,
    (request, origin, record) =>
      withActor(operation, request, origin, record, async (actor) => {
        const input = await readInput(operation, request, actor);
        const idempotency = operation.isIdempotent && actor ? idempotentRequest(operation, request, input) : undefined;
        const result = await run(idempotency ? { ...actor, idempotency } : actor, input);
        if (operation.repliesBytes) return bytesAnswer(request, storedBytes(result), "attachment");
        const body = replyOf(operation, reply(), result);
        record.isReplay = idempotency?.isReplayed ?? false;
        return {
          status: statusOf(operation, body),
          ...(record.isReplay && { headers: { "idempotent-replayed": "true" } }),
          body,
        };
      }),
    timeoutOf(operation),
  );
  return Object.assign(handler, { operation });
}

/** The verbs that a route file does not serve: 405 with `Allow`, and the answer to preflight requests. */
export function otherMethods(...served: readonly OperationHandler[]) {
  const allow = [...METHODS.filter((method) => served.some(({ operation }) => operation.method === method)), "options"]
    .join(", ")
    .toUpperCase();
  const path = served[0]?.operation.path ?? "";
  const refuse = answering(path, (_request, { requestId }) => {
    const problem = toProblem(new AppError("method_not_allowed"), requestId);
    return { ...problem, headers: { ...problem.headers, allow } };
  });
  const OPTIONS = answering(path, () => ({ status: 204, headers: preflightHeaders(allow) }));
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS };
}

/** Answers any request to a path that is no resource. */
export const unknownRoute = answering("unknown", () => {
  throw new AppError("not_found", "There is nothing at this address");
});

/** A GET is served a second time where its sender was remembered wrongly: nothing has happened then. */
async function withActor<T>(
  operation: Operation,
  request: Request,
  origin: RequestOrigin,
  record: RequestRecord,
  serve: (actor: RequestOrigin) => Promise<T>,
): Promise<T> {
  if (operation.encoding === "signed") return withSignature(origin, record, serve);
  if (operation.isPublic) {
    countAnonymous(origin.ipAddress, record.headers);
    return serve(origin);
  }
  try {
    return await withBearer(operation, request, origin, record, serve);
  } catch (error) {
    // Whoever tries tokens is slowed down; a token that is known counts for itself.
    if (error instanceof AppError && error.status === 401 && !record.actor)
      countAnonymous(origin.ipAddress, record.headers);
    throw error;
  }
}

/** A provider sends as much as it has to say; whoever cannot sign is slowed down. */
async function withSignature<T>(
  origin: RequestOrigin,
  record: RequestRecord,
  serve: (actor: RequestOrigin) => Promise<T>,
): Promise<T> {
  try {
    return await serve(origin);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) countAnonymous(origin.ipAddress, record.headers);
    throw error;
  }
}

async function withBearer<T>(
  operation: Operation,
  request: Request,
  origin: RequestOrigin,
  record: RequestRecord,
  serve: (actor: RequestOrigin) => Promise<T>,
): Promise<T> {
  const admit = (actor: Actor) => {
    // Work that is done again, with rights looked up anew, is one request still.
    const isCounted = record.actor !== null;
    record.actor = actor;
    if (!isCounted) countRequest(actor, record.headers);
  };
  if (operation.isPlatform) {
    const admin = await bearerPlatformAdmin(request, origin);
    admit(admin);
    return serve(admin);
  }
  if (operation.isPersonal) {
    const person = await bearerPerson(request, origin);
    admit(person);
    return serve(person);
  }
  return asBearer(request, origin, async (actor) => {
    admit(actor);
    if (operation.isSessionOnly && actor.kind === "apiKey")
      throw new AppError("forbidden", "This takes the session token of a person: an access key may not do it");
    return serve(actor);
  });
}

/** The reply schema as code that zod generates of it, for the first reply: the same answers in a fifth of the time. */
function compiledReply({ reply }: Operation): () => z.ZodType {
  let compiled: z.ZodType | undefined;
  return () => {
    compiled ??= z.compile(reply);
    return compiled;
  };
}

function replyOf(operation: Operation, schema: z.ZodType, result: unknown): unknown {
  const reply = isList(operation.query) ? toApiPage(result as Page<unknown>, (item) => item) : result;
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  throw new Error(`The reply of ${operation.operationId} does not fit its schema`, { cause: parsed.error });
}

function idempotentRequest(operation: Operation, request: Request, input: unknown): IdempotentRequest | undefined {
  const key = checkIdempotencyKey(request.headers.get(IDEMPOTENCY_HEADER));
  if (key === null) return;
  return new IdempotentRequest(key, fingerprintOf(`${operation.method} ${operation.path}`, input));
}

function statusOf({ status = 200, existingFlag }: Operation, reply: unknown): number {
  const isExisting = existingFlag !== undefined && (reply as Record<string, unknown>)[existingFlag] === true;
  return isExisting ? 200 : status;
}

/** A file takes as long as its sender's line does. */
function timeoutOf({ encoding }: Operation): (() => number) | undefined {
  return encoding === "multipart" ? () => env().uploadTimeoutMs : undefined;
}

/** An operation that `repliesBytes` has a handler that answers them: the types of `Work`. */
function storedBytes(result: unknown): StoredBytes {
  return result as StoredBytes;
}

/** `readInput` gives the operation's own input, and its kind decides about the actor: the types of `Work`. */
function untyped<O extends Operation>(work: Work<O>): (actor: unknown, input: unknown) => unknown {
  return work as (actor: unknown, input: unknown) => unknown;
}
