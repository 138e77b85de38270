import { AppError, type FieldIssue } from "../errors";
import { formatAmount } from "../money";
import { type ConstraintMessages, sql, type WriteClient } from "../tenant-db";

/** What the database says of a refund; amounts in minor units of the refund's currency. */
export type RefundVerdict =
  | { refusal: "stopped"; reason: string; since: string }
  | { refusal: "currency" }
  | { refusal: "one_refund"; limit: number }
  | { refusal: "per_day"; limit: number; left: number }
  /** `left` is not told to whoever sees chosen accounts only. */
  | { refusal: "tenant_day"; limit: number; left?: number }
  | { refusal?: undefined; needs_approval: boolean; approval_days?: number };

/**
 * Asks the database whether the transaction's actor may refund so much now. Its locks hold until the transaction ends: no
 * other refund takes the same room meanwhile, and a change of the settings waits.
 * @throws AppError `switched_off` by the platform, `refunds_stopped`, or `validation_error` beside the amount with what would be possible
 */
export async function requireGuardRails(db: WriteClient, currency: string, amountMinor: number): Promise<void> {
  const [row] = await db.rows<{ verdict: RefundVerdict }>(
    sql`select app.judge_refund(${currency}, ${amountMinor}::bigint) as verdict
        from app.require_own_switch('refunds')`,
    "refunds_judge",
  );
  if (row) refuse(row.verdict, currency);
}

/** What the trigger says where the settings changed between question and write, or a statement goes past the question. */
export const guardRailConstraints: ConstraintMessages = {
  refunds_guard_rails: () => new AppError("conflict", "The tenant's guard rails do not allow this refund now"),
  refunds_approval_expired: () => new AppError("conflict", "Nobody decided in time: this refund is called off"),
  refunds_approval_transition: () => new AppError("conflict", "Somebody has decided on this refund already"),
  refunds_decided_by_another: () => new AppError("forbidden", FOUR_EYES),
};

export const FOUR_EYES =
  "Another person has to decide: this refund was asked for by you, or by an access key that you made";

/** The refusal of everything that would let money go back while refunds are stopped. */
export function refundsStopped(reason: string): AppError {
  return new AppError("refunds_stopped", `Refunds are stopped: ${reason}`, { data: { reason } });
}

function refuse(verdict: RefundVerdict, currency: string): void {
  const amount = (minor: number) => formatAmount(minor, currency);
  switch (verdict.refusal) {
    case undefined:
      return;
    case "stopped":
      throw refundsStopped(verdict.reason);
    case "currency":
      throw overLimit("refund_limit_currency", `Your role may not refund in ${currency}`, {});
    case "one_refund":
      throw overLimit("refund_limit", `Your role may refund at most ${amount(verdict.limit)} at once`, {
        limit: String(verdict.limit),
      });
    case "per_day":
      throw overLimit(
        "refund_daily_limit",
        `Your role may refund at most ${amount(verdict.limit)} in a day: ${amount(verdict.left)} are left today`,
        { limit: String(verdict.limit), left: String(verdict.left) },
      );
    case "tenant_day":
      throw overLimit("refund_tenant_daily_limit", tenantDaySentence(verdict, amount), {
        limit: String(verdict.limit),
        ...(verdict.left !== undefined && { left: String(verdict.left) }),
      });
  }
}

function tenantDaySentence(
  { limit, left }: { limit: number; left?: number },
  amount: (minor: number) => string,
): string {
  const sentence = `This would exceed the ${amount(limit)} that everybody together may refund in a day`;
  return left === undefined ? sentence : `${sentence}: ${amount(left)} are left today`;
}

function overLimit(type: string, msg: string, data: Record<string, string>): AppError {
  const issues: FieldIssue[] = [{ loc: ["body", "amount"], msg, type }];
  return new AppError("validation_error", msg, { issues, data });
}
