import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paymentPlan, refundPlan } from "./plan";

/** Tables in the guide are aligned by blanks, which say nothing. */
const GUIDE = readFileSync("docs/sandbox.md", "utf8").replaceAll(/ +/g, " ");

test("an ordinary payment and its refunds succeed after the usual time, told once", () => {
  const ordinary = { outcome: "succeeded", failure_reason: null, delay_ms: 1500, webhook: "once" };
  for (const email of ["ann@example.com", null]) {
    expect(paymentPlan(12_345, email, 1500)).toEqual(ordinary);
    expect(refundPlan(email, 1500)).toEqual(ordinary);
  }
});

test.each([402, 403, 404, 405])("an amount that ends in %d fails with the reason that the guide names", (ending) => {
  const { outcome, failure_reason } = paymentPlan(1_000_000 + ending, null, 0);
  expect(outcome).toBe("failed");
  expect(GUIDE).toContain(`| \`…${ending}\` | fails: “${failure_reason}” |`);
});

test.each(["declined", "insufficient-funds", "expired-card", "processing-error"])(
  "%s@ fails with the reason that the guide names",
  (name) => {
    const { outcome, failure_reason } = paymentPlan(100, `${name.toUpperCase()}@example.com`, 0);
    expect(outcome).toBe("failed");
    expect(GUIDE).toContain(`| \`${name}@…\` | fails: “${failure_reason}” |`);
  },
);

test("the address has the first word", () => {
  expect(paymentPlan(10_404, "declined@example.com", 0).failure_reason).toBe("Your card was declined.");
});

test.each([
  ["duplicate", "twice"],
  ["unordered", "unordered"],
  ["lost-webhook", "lost"],
])("%s@ is told %s", (name, webhook) => {
  expect(paymentPlan(100, `${name}@example.com`, 0)).toMatchObject({ outcome: "succeeded", webhook });
  expect(GUIDE).toContain(`\`${name}@…\``);
});

test("refunds of refund-declined@ fail, those of refund-slow@ take their time", () => {
  expect(refundPlan("refund-declined@example.com", 0).outcome).toBe("failed");
  expect(refundPlan("refund-slow@example.com", 0)).toMatchObject({ outcome: "succeeded", delay_ms: 30_000 });
  expect(paymentPlan(100, "refund-declined@example.com", 0).outcome).toBe("succeeded");
});
