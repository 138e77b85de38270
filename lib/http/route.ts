import type { ApiKeyActor, MemberActor } from "../actor";
import { bearerActor } from "../auth/actor";
import { AppError } from "../errors";
import { type Page, toApiPage } from "../list-query";
import { answering, preflightHeaders } from "./answer";
import { readInput } from "./input";
import { type InputOf, isList, METHODS, type Operation, type ResultOf } from "./operation";
import { toProblem } from "./problem";

/** One verb of a route file: a plain function from request to answer, with its declaration for the tests. */
export interface OperationHandler {
  (request: Request): Promise<Response>;
  readonly operation: Operation;
}

type ActorOf<O extends Operation> = O extends { isPublic: true } ? null : MemberActor | ApiKeyActor;

type Work<O extends Operation> = (actor: ActorOf<O>, input: InputOf<O>) => Promise<ResultOf<O>> | ResultOf<O>;

/**
 * Serves an operation: token → actor, strict parse, query or command, reply through the reply schema, so that a field
 * that is not in it never leaves. The permission is checked by the door, for whoever asks.
 */
export function route<O extends Operation>(operation: O, work: Work<O>): OperationHandler {
  const run = untyped(work);
  const handler = answering(operation.path, async (request, origin) => {
    const actor = operation.isPublic ? null : await bearerActor(request, origin);
    const result = await run(actor, await readInput(operation, request));
    return { status: operation.status ?? 200, body: replyOf(operation, result) };
  });
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

function replyOf(operation: Operation, result: unknown): unknown {
  const reply = isList(operation.query) ? toApiPage(result as Page<unknown>, (item) => item) : result;
  const parsed = operation.reply.safeParse(reply);
  if (parsed.success) return parsed.data;
  throw new Error(`The reply of ${operation.operationId} does not fit its schema`, { cause: parsed.error });
}

/** `readInput` gives the operation's own input, and its `isPublic` decides about the actor: the types of `Work`. */
function untyped<O extends Operation>(work: Work<O>): (actor: unknown, input: unknown) => unknown {
  return work as (actor: unknown, input: unknown) => unknown;
}
