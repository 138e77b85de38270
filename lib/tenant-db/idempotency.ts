import type { TenantActor } from "../actor";
import { AppError } from "../errors";
import { type IdempotentRequest, keyError } from "../idempotency";
import { maskRecord } from "../personal-data";
import { sql, type WriteClient } from "./client";

interface Claim {
  outcome: "new" | "running" | "done" | "other request" | "out of reach";
  answer: string | null;
  made_by: string | null;
}

const RUNNING_RETRY_SECONDS = 1;

/**
 * Makes work happen once for an idempotency key. The key is claimed first and the answer kept last, in the transaction of
 * the work itself: there is never an effect without its answer, or an answer without its effect. Work that fails leaves
 * no key, so the same one may be sent again.
 * @returns work for `Door.write`, which costs two statements more; its result must survive JSON unchanged
 * @throws AppError `idempotency_in_progress` while another request with the key runs (nobody waits); `validation_error`
 * naming the header for a key that was used for another request; `forbidden` for an answer beyond the present accounts
 */
export function once<T>(
  request: IdempotentRequest,
  operation: string,
  actor: TenantActor,
  work: (db: WriteClient) => Promise<T>,
): (db: WriteClient) => Promise<T> {
  if (request.isTaken) throw new Error(`${operation} is a second transaction of one idempotent request`);
  request.isTaken = true;
  const { key, fingerprint } = request;
  return async (db) => {
    const [claim] = await db.rows<Claim>(
      sql`select outcome, answer, made_by from app.claim_idempotency_key(${key}, ${fingerprint})`,
      "claim_idempotency_key",
    );
    const kept = claim && keptAnswer(claim);
    if (kept) {
      // A retry after a lost COMMIT finds this request's own answer, which is no replay.
      request.isReplayed = claim.made_by !== request.id;
      // What `work` answered, by way of JSON, which `plainJson` has checked to be lossless.
      // Kept as its sender saw it then, who may see less by now.
      return maskKept(actor, operation, JSON.parse(kept).result as T);
    }
    const result = await work(db);
    await db.rows(
      sql`select app.keep_idempotent_answer(${key}, ${fingerprint}, ${operation}, ${plainJson({ result })}, ${request.id}::uuid)`,
      "keep_idempotent_answer",
    );
    return result;
  };
}

/** Operations whose answers hold data of customers. */
const ABOUT_CUSTOMERS = /^(payment_intents|refunds|documents)\./;

function maskKept<T>(actor: TenantActor, operation: string, result: T): T {
  return typeof result === "object" && ABOUT_CUSTOMERS.test(operation) ? maskRecord(actor, result) : result;
}

function keptAnswer({ outcome, answer }: Claim): string | null {
  switch (outcome) {
    case "done":
      return answer;
    case "running":
      throw new AppError("idempotency_in_progress", undefined, { retryAfterSeconds: RUNNING_RETRY_SECONDS });
    case "other request":
      throw keyError("Was used for another request", "idempotency_key_reused");
    case "out of reach":
      throw new AppError("forbidden");
    case "new":
      return null;
  }
}

/** JSON of a value of which nothing is lost on the way there and back. */
function plainJson(value: object): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, name, given: unknown) {
    // `given` is what toJSON() made of it already: the value itself is asked.
    if (typeof this[name] === "object" && this[name] !== null && "toJSON" in this[name])
      throw new Error(`The result of an idempotent operation holds a ${this[name].constructor.name} in ${name}`);
    return given;
  });
}
