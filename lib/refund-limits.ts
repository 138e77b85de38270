import { z } from "zod";
import { amountMinor, currencyCode, uuid } from "./validation";

/** Stands among roles for every access key by itself. */
export const REFUND_LIMIT_API_KEY = "api_key";

const MAX_LINES = 200;

const roleName = z
  .string()
  .trim()
  .refine(
    (value) => /^[a-z_]{1,40}$/.test(value) || uuid.safeParse(value).success,
    "Must be the key of a built-in role, or a role's id",
  )
  .meta({ examples: ["refunds"] });

/** What one person of a role may refund in one currency, in minor units; null: as much as there is. */
const refundRoleLimit = z
  .strictObject({
    role: roleName,
    currency: currencyCode,
    one_refund: amountMinor.nullable(),
    per_day: amountMinor.nullable(),
  })
  .superRefine(({ one_refund, per_day }, context) => {
    if (one_refund === null && per_day === null)
      context.addIssue({ code: "custom", path: ["one_refund"], message: "Give at least one of the two limits" });
  });
export type RefundRoleLimit = z.output<typeof refundRoleLimit>;

/** Limits of roles, at most one for each role and currency. */
export const refundRoleLimits = z
  .array(refundRoleLimit)
  .min(1, "Name at least one, or clear it with null")
  .max(MAX_LINES)
  .superRefine((limits, context) =>
    refuseRepeats(limits, context, ({ role, currency }) => `${role} ${currency}`, "role", "and currency"),
  );

/** An amount for each currency that is named, in minor units. */
export const refundAmountPerCurrency = z
  .array(z.strictObject({ currency: currencyCode, amount: amountMinor }))
  .min(1, "Name at least one, or clear it with null")
  .max(MAX_LINES)
  .superRefine((amounts, context) => refuseRepeats(amounts, context, ({ currency }) => currency, "currency"));
export type RefundAmountPerCurrency = z.output<typeof refundAmountPerCurrency>;

/** Whatever the application says twice of one thing would leave it open which counts. */
function refuseRepeats<T>(
  lines: readonly T[],
  context: z.RefinementCtx,
  keyOf: (line: T) => string,
  field: string,
  besides = "",
): void {
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    const key = keyOf(line);
    if (seen.has(key))
      context.addIssue({
        code: "custom",
        path: [index, field],
        message: ["There is a line for this", field, besides, "already"].filter(Boolean).join(" "),
      });
    seen.add(key);
  }
}
