import type { BulkReport } from "./bulk";
import { AppError, ERROR_TABLE } from "./errors";
import type { IdempotentRequest } from "./idempotency";
import { reportError } from "./logger";

interface EachOptions {
  /** What one record refuses may be possible once others are done, as with an account and those below it. */
  dependOnEachOther?: boolean;
}

/** Who does it: an actor of a tenant, or of the platform. */
interface Doer {
  requestId: string;
  idempotency?: IdempotentRequest;
}

/**
 * Does to each record what the command for one does, in a transaction of its own: by the same rules, with an audit row of
 * its own. A record that refuses stops none of the others.
 * @throws AppError where nothing was done and nothing could be: the actor may not, or the service cannot now
 */
export async function doToEach<A extends Doer>(
  actor: A,
  ids: readonly string[],
  command: (actor: A, input: { id: string }) => Promise<unknown>,
  { dependOnEachOther = false }: EachOptions = {},
): Promise<BulkReport> {
  // A key stands for one transaction. Done twice, these say of each record that it is done or refused already.
  const single: A = { ...actor, idempotency: undefined };
  const outcomes = new Map<string, AppError | null>();
  let ending: AppError | null = null;
  let waiting = [...new Set(ids)];
  while (waiting.length > 0) {
    for (const id of waiting) {
      const refusal: AppError | null = ending ?? (await refusalOf(() => command(single, { id }), actor.requestId));
      outcomes.set(id, refusal);
      if (refusal && isOfAll(refusal) && refusal.status !== 403) ending = refusal;
    }
    const again = dependOnEachOther && !ending ? waiting.filter((id) => outcomes.get(id)?.code === "conflict") : [];
    if (again.length === waiting.length) break;
    waiting = again;
  }
  const refusals = [...outcomes.values()];
  const [first] = refusals;
  if (first && refusals.every((refusal) => refusal !== null && isOfAll(refusal))) throw first;
  return reportOf(outcomes);
}

async function refusalOf(work: () => Promise<unknown>, requestId: string): Promise<AppError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    // The records before it are done: their sender must hear of it.
    reportError(error, { requestId });
    return new AppError("internal", ERROR_TABLE.internal[1], { cause: error });
  }
}

/** True for what concerns the actor or the service and would be said of the next record too. */
function isOfAll({ status }: AppError): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

function reportOf(outcomes: ReadonlyMap<string, AppError | null>): BulkReport {
  const items = [...outcomes].map(([id, refusal]): BulkReport["items"][number] => ({
    id,
    outcome: refusal ? "refused" : "done",
    error: refusal && { code: refusal.code, message: refusal.message },
  }));
  const refused = items.filter(({ outcome }) => outcome === "refused").length;
  return { items, done: items.length - refused, refused };
}
