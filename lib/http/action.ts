import { refresh } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { MemberActor, PersonActor, PlatformAdminActor, RequestOrigin } from "../actor";
import { currentOrigin, memberActor, ownMemberActor, personActor, platformAdminActor } from "../auth/actor";
import { env } from "../env";
import { AppError, ERROR_TABLE } from "../errors";
import { checkIdempotencyKey, fingerprintOf, IdempotentRequest } from "../idempotency";
import { reportError } from "../logger";
import type { ActionError, ActionResult } from "./action-result";
import { pageSentence } from "./page-sentence";
import { zodIssues } from "./problem";

export interface ActionOptions {
  /** True if nothing that the page shows changes by it, so that it need not be rendered anew. */
  keepsPage?: boolean;
}

const SESSION_ENDED = "Your session has ended. Please sign in again";

/**
 * Makes a server action of a command: `export const cancelAction = tenantAction(cancelInput, cancelPaymentIntent)` in a
 * file that begins with "use server", called as `cancelAction.bind(null, tenantSlug)`. The slug comes from the browser
 * like everything else: the database says whether the person is a member there.
 * After a success the page that called is rendered anew.
 */
export function tenantAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: MemberActor, input: z.output<S>) => Promise<T>,
  options: ActionOptions = {},
): (tenantSlug: string, input: unknown) => Promise<ActionResult<T>> {
  return (tenantSlug, input) =>
    answer(async () => {
      const { actor } = await memberActor(tenantSlug);
      return command(actor, parse(schema, input));
    }, options);
}

/** The same for a member as such, even while looking through a view: for beginning and ending one. */
export function ownTenantAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: MemberActor, input: z.output<S>) => Promise<T>,
): (tenantSlug: string, input: unknown) => Promise<ActionResult<T>> {
  return (tenantSlug, input) =>
    answer(async () => {
      const { actor } = await ownMemberActor(tenantSlug);
      return command(actor, parse(schema, input));
    });
}

/**
 * The same for what makes something or moves money: whatever is sent twice under one key, by a double click or after a
 * lost connection, happens once, and is answered the same. The form makes the key (`useActionForm` does).
 * @param name tells the keys of this action from those of others
 */
export function tenantActionOnce<S extends z.ZodType, T>(
  name: string,
  schema: S,
  command: (actor: MemberActor, input: z.output<S>) => Promise<T>,
): (tenantSlug: string, input: unknown, idempotencyKey: string) => Promise<ActionResult<T>> {
  return (tenantSlug, input, idempotencyKey) =>
    answer(async () => {
      const { actor } = await memberActor(tenantSlug);
      const parsed = parse(schema, input);
      // Whoever calls without the form may send anything at all.
      const key = checkIdempotencyKey(String(idempotencyKey));
      const idempotency = new IdempotentRequest(key, fingerprintOf(`action ${name}`, parsed));
      return command({ ...actor, idempotency }, parsed);
    });
}

/** The same for what is a person's own, in no tenant: `personAction(schema, command)`, called with the input alone. */
export function personAction<S extends z.ZodType, T>(
  schema: S,
  command: (actor: PersonActor, input: z.output<S>) => Promise<T>,
  options: ActionOptions = {},
): (input: unknown) => Promise<ActionResult<T>> {
  return (input) =>
    answer(async () => {
      const actor = await personActor();
      return command(actor, parse(schema, input));
    }, options);
}

/**
 * The same for the platform's admins: `adminAction(schema, command)`, called with the input alone. Anybody else is
 * refused. The schema's `reason` is for the command to pass on.
 */
export function adminAction<S extends z.ZodType, T>(
  schema: S,
  command: (admin: PlatformAdminActor, input: z.output<S>) => Promise<T>,
  options: ActionOptions = {},
): (input: unknown) => Promise<ActionResult<T>> {
  return (input) =>
    answer(async () => {
      const admin = await platformAdminActor();
      return command(admin, parse(schema, input));
    }, options);
}

/** The same for somebody who has not signed in, of whom only the origin is known: `visitorAction(schema, command)`. */
export function visitorAction<S extends z.ZodType, T>(
  schema: S,
  command: (input: z.output<S>, origin: RequestOrigin) => Promise<T>,
): (input: unknown) => Promise<ActionResult<T>> {
  return (input) => answer(async () => command(parse(schema, input), await currentOrigin()));
}

async function answer<T>(run: () => Promise<T>, { keepsPage = false }: ActionOptions = {}): Promise<ActionResult<T>> {
  const { requestId } = await currentOrigin();
  try {
    await requireOwnOrigin();
    const data = await run();
    if (!keepsPage) refresh();
    return { ok: true, data };
  } catch (error) {
    // A redirect or notFound() of a command is Next's business.
    unstable_rethrow(error);
    return { ok: false, error: translated(explain(error, requestId), await pageSentence()) };
  }
}

/**
 * Next compares Origin with the host that the request itself names, and lets a request without Origin pass; here only
 * the configured address counts.
 */
async function requireOwnOrigin(): Promise<void> {
  const origin = (await headers()).get("origin");
  if (origin !== env().appUrl)
    throw new AppError("forbidden", `This works only on pages that were opened at ${env().appUrl}`);
}

function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError("validation_error", undefined, { issues: zodIssues(parsed.error, ["body"]) });
}

function explain(error: unknown, requestId: string): ActionError {
  if (!(error instanceof AppError) || error.code === "internal") {
    reportError(error, { requestId });
    return { code: "internal", message: ERROR_TABLE.internal[1], requestId };
  }
  const message = error.status === 401 ? SESSION_ENDED : error.message;
  return { code: error.code, message, requestId, ...(error.issues && { issues: error.issues }) };
}

/** The error in the language of the page that asked. */
function translated(error: ActionError, sentence: (english: string) => string): ActionError {
  const issues = error.issues?.map((issue) => ({ ...issue, msg: sentence(issue.msg) }));
  return { ...error, message: sentence(error.message), ...(issues && { issues }) };
}
