/** What the sandbox will make of a payment or refund; docs/sandbox.md lists the test values for people. */
export interface Plan {
  outcome: "succeeded" | "failed";
  /** For people; null unless it fails. */
  failure_reason: string | null;
  /** Milliseconds until the outcome is there. */
  delay_ms: number;
  /** How the news of it travels. */
  webhook: "once" | "twice" | "unordered" | "lost";
}

const DECLINED = "Your card was declined.";
const NO_FUNDS = "Your card has insufficient funds.";
const EXPIRED = "Your card has expired.";
const BROKEN = "An error occurred while processing your card. Try again in a little bit.";

/** By the last three digits of the amount in minor units. */
const BY_AMOUNT: Readonly<Record<number, string>> = { 402: DECLINED, 403: NO_FUNDS, 404: EXPIRED, 405: BROKEN };

/** By the part of the customer's e-mail address before the @. */
const BY_EMAIL: Readonly<Record<string, string>> = {
  declined: DECLINED,
  "insufficient-funds": NO_FUNDS,
  "expired-card": EXPIRED,
  "processing-error": BROKEN,
};

const WEBHOOKS: Readonly<Record<string, Plan["webhook"]>> = {
  duplicate: "twice",
  unordered: "unordered",
  "lost-webhook": "lost",
};

const SLOW_MS = 30_000;

/** The outcome of a payment; the customer's address has the first word, the amount the second. */
export function paymentPlan(amountMinor: number, customerEmail: string | null, delayMs: number): Plan {
  const name = testName(customerEmail);
  const failure = BY_EMAIL[name] ?? BY_AMOUNT[amountMinor % 1000] ?? null;
  return { ...decided(failure), delay_ms: name === "slow" ? SLOW_MS : delayMs, webhook: WEBHOOKS[name] ?? "once" };
}

/** The outcome of a refund, by the payment's customer. */
export function refundPlan(customerEmail: string | null, delayMs: number): Plan {
  const name = testName(customerEmail);
  const failure = name === "refund-declined" ? "The bank did not accept the refund: the account is closed." : null;
  const isSlow = name === "refund-slow";
  return { ...decided(failure), delay_ms: isSlow ? SLOW_MS : delayMs, webhook: WEBHOOKS[name] ?? "once" };
}

function decided(failure: string | null): Pick<Plan, "outcome" | "failure_reason"> {
  return { outcome: failure === null ? "succeeded" : "failed", failure_reason: failure };
}

function testName(email: string | null): string {
  return email?.split("@")[0]?.toLowerCase() ?? "";
}
