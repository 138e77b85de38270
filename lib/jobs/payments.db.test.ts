import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import { setErrorReporter } from "@/lib/logger";
import { confirmPaymentIntent } from "@/lib/payment-intents/commands";
import { confirmAtProvider } from "@/lib/payment-intents/jobs";
import { getPaymentIntent, listPaymentEvents } from "@/lib/payment-intents/queries";
import { sandboxProvider } from "@/lib/providers/sandbox";
import { outside } from "@/lib/tenant-db";
import { apiHandler, callApi } from "@/lib/testing/api";
import {
  asOwner,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { type SignedWebhook, signedSandboxWebhook, signedStripeWebhook } from "@/lib/testing/provider-webhooks";
import { JOB_HANDLERS } from "./tasks";
import { startWorker } from "./worker";

const database = doorsOfThisFile({ poolMax: 8 });
let tenant: TestTenant;
let owner: MemberActor;
let accountId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant)).id;
});
afterEach(() => setErrorReporter(() => {}));

const read = (id: string) => getPaymentIntent(owner, { id });
const send = ({ address, body, headers }: SignedWebhook) => callApi("POST", address, { body, headers });
const kept = async (eventId: string) =>
  (await asOwner(database(), "select 1 from app.webhook_events where event_id = $1", [eventId])).length;
const auditOf = (id: string, status: string) =>
  asOwner(
    database(),
    "select 1 from audit_logs where tenant_id = $1 and record_id = $2 and old_values ->> 'status' <> $3 and new_values ->> 'status' = $3",
    [tenant.id, id, status],
  );

/** A payment that the sandbox has, and says nothing of by itself. */
async function submitted() {
  const { id } = await makePaymentIntent(tenant, accountId, { customer_email: "lost-webhook@example.com" });
  await confirmPaymentIntent(owner, { id, payment_method: null });
  await confirmAtProvider({ payment_intent_id: id, tenant_id: tenant.id }, () => sandboxProvider);
  const { provider_reference: reference } = await read(id);
  if (!reference) throw new Error("no reference");
  return { id, reference };
}

interface Told {
  id: string;
  reference: string;
}

const event = ({ id, reference }: Told, state: string, given: Record<string, unknown> = {}) =>
  signedSandboxWebhook({
    id: `evt_${randomUUID()}`,
    type: `payment.${state}`,
    data: {
      id: reference,
      state,
      failure_reason: state === "failed" ? "Your card was declined." : null,
      metadata: { tenant_id: tenant.id, payment_intent_id: id },
    },
    ...given,
  });

const workOff = ({ body }: SignedWebhook) =>
  JOB_HANDLERS["payments.apply_event"]({
    provider: "sandbox",
    event_id: String(body.id),
    tenant_id: tenant.id,
  });

describe("a webhook that is not believed leaves nothing", () => {
  const minutesAgo = (minutes: number) => ({ at: new Date(Date.now() - minutes * 60_000) });

  test.each<[string, () => SignedWebhook]>([
    ["no signature", () => ({ ...signedSandboxWebhook(), headers: {} })],
    ["another body", () => ({ ...signedSandboxWebhook(), body: { ...signedSandboxWebhook().body, type: "x" } })],
    ["older than five minutes", () => signedSandboxWebhook({}, minutesAgo(6))],
    ["from the future", () => signedSandboxWebhook({}, minutesAgo(-6))],
    ["signed, and no event", () => signedSandboxWebhook({ created: "yesterday" })],
    ["no signature at Stripe's address", () => ({ ...signedStripeWebhook(), headers: {} })],
    ["another body at Stripe's address", () => ({ ...signedStripeWebhook(), body: signedStripeWebhook().body })],
    ["older than five minutes at Stripe's address", () => signedStripeWebhook({}, minutesAgo(6))],
    [
      "the sandbox's signature at Stripe's address",
      () => ({ ...signedSandboxWebhook(), address: "/api/v1/webhooks/stripe" }),
    ],
  ])("%s", async (_what, make) => {
    const webhook = make();
    const answer = await send(webhook);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: "signature_invalid", request_id: expect.any(String) });
    expect(await kept(String(webhook.body.id))).toBe(0);
  });

  test("a body beyond the limit is refused before anything is checked", async () => {
    const answer = await send(signedSandboxWebhook({ padding: "x".repeat(1_100_000) }));
    expect(answer.status).toBe(413);
  });
});

describe("a webhook that is believed", () => {
  test("is answered at once, kept once, and worked off by a job of its tenant", async () => {
    const payment = await submitted();
    const webhook = event(payment, "succeeded");
    for (let time = 0; time < 3; time += 1) {
      const answer = await send(webhook);
      expect([answer.status, answer.body]).toEqual([200, { received: true }]);
    }
    expect(await kept(String(webhook.body.id))).toBe(1);
    expect((await read(payment.id)).status).toBe("PROCESSING");
    await workOff(webhook);
    const settled = await read(payment.id);
    expect(settled).toMatchObject({ status: "PROCESSED", failure_reason: null });
    expect(settled.processed_at).toBe(new Date(Number(webhook.body.created) * 1000).toISOString());
    expect(await listPaymentEvents(owner, { id: payment.id })).toMatchObject([
      { type: "payment.succeeded", outcome: "applied" },
    ]);
  });

  test("about nothing of ours is kept and changes nothing", async () => {
    const webhooks = [
      signedSandboxWebhook({ type: "balance.available", data: { amount: 1 } }),
      signedSandboxWebhook({ data: { metadata: { tenant_id: "'; drop table tenants" } } }),
      event({ id: randomUUID(), reference: "pay_1" }, "succeeded"),
      event({ id: "no id at all", reference: "pay_1" }, "succeeded"),
    ];
    for (const webhook of webhooks) {
      expect((await send(webhook)).status).toBe(200);
      await workOff(webhook);
      expect(await kept(String(webhook.body.id))).toBe(1);
    }
  });

  test("that names another tenant's payment changes neither tenant", async () => {
    const payment = await submitted();
    const other = await createTenant(database());
    const { id } = await makePaymentIntent(other, (await makeAccount(other)).id);
    const webhook = event({ ...payment, id }, "succeeded");
    await send(webhook);
    await workOff(webhook);
    expect((await getPaymentIntent(other.system, { id })).status).toBe("INITIALIZED");
    expect((await read(payment.id)).status).toBe("PROCESSING");
    const stranger = await createMember(database(), other);
    expect(await listPaymentEvents(stranger, { id: payment.id })).toEqual([]);
  });

  test("that says what cannot be is kept as such, changes nothing, and somebody is told", async () => {
    const reporter = vi.fn();
    setErrorReporter(reporter);
    const payment = await submitted();
    for (const state of ["failed", "succeeded"]) {
      const webhook = event(payment, state);
      await send(webhook);
      await workOff(webhook);
    }
    expect(await read(payment.id)).toMatchObject({ status: "FAILED", failure_reason: "Your card was declined." });
    expect((await listPaymentEvents(owner, payment)).map(({ outcome }) => outcome)).toEqual([
      "contradicted",
      "applied",
    ]);
    expect(reporter).toHaveBeenCalledOnce();
  });
});

describe("whatever the order and however often", () => {
  const outcomes = { succeeded: "PROCESSED", failed: "FAILED", canceled: "CANCELED" } as const;

  test("the end is the same, with one effect", async () => {
    const state = fc.constantFrom("succeeded", "failed", "canceled");
    await fc.assert(
      fc.asyncProperty(state, fc.array(fc.nat(2), { minLength: 6, maxLength: 12 }), async (last, picks) => {
        const payment = await submitted();
        const told = [event(payment, "created"), event(payment, "processing"), event(payment, last)];
        // Each at least once, in an order that the picks decide; each is sent and worked off as often as it is picked.
        for (const pick of [...picks, 2, 1, 0]) {
          const webhook = told[pick] as SignedWebhook;
          await send(webhook);
          await workOff(webhook);
        }
        expect((await read(payment.id)).status).toBe(outcomes[last]);
        expect(await auditOf(payment.id, outcomes[last])).toHaveLength(1);
        const events = await listPaymentEvents(owner, payment);
        expect(events.filter(({ outcome }) => outcome === "applied")).toHaveLength(1);
        expect(events).toHaveLength(3);
      }),
      { numRuns: 15 },
    );
  });
});

describe("with a worker", () => {
  let worker: Awaited<ReturnType<typeof startWorker>>;

  beforeAll(async () => {
    // The sandbox sends to this installation: here, to the handler itself.
    vi.stubGlobal("fetch", async (address: string, init: RequestInit) => {
      const handler = await apiHandler("POST", new URL(address).pathname);
      return handler(new Request(address, init));
    });
    worker = await startWorker({ connectionString: database().jobsUrl, pollIntervalMs: 50, withCrontab: false });
  });
  afterAll(async () => {
    await worker.stop();
    vi.unstubAllGlobals();
  });

  const confirmed = async (given: Record<string, unknown>) => {
    const { id } = await makePaymentIntent(tenant, accountId, given);
    await confirmPaymentIntent(owner, { id, payment_method: null });
    return id;
  };
  const becomes = (id: string, status: string) =>
    vi.waitFor(async () => expect((await read(id)).status).toBe(status), { timeout: 20_000, interval: 100 });

  test.each<[string, Record<string, unknown>, string, string | null]>([
    ["an ordinary payment", { customer_email: "ann@example.com" }, "PROCESSED", null],
    ["declined@", { customer_email: "declined@example.com" }, "FAILED", "Your card was declined."],
    [
      "insufficient-funds@",
      { customer_email: "Insufficient-Funds@example.com" },
      "FAILED",
      "Your card has insufficient funds.",
    ],
    ["an amount that ends in 404", { billing_amount: 10_404 }, "FAILED", "Your card has expired."],
    ["duplicate@", { customer_email: "duplicate@example.com" }, "PROCESSED", null],
    ["unordered@", { customer_email: "unordered@example.com" }, "PROCESSED", null],
  ])("%s comes to its end by a signed webhook", async (_what, given, status, reason) => {
    const id = await confirmed(given);
    await becomes(id, status);
    expect((await read(id)).failure_reason).toBe(reason);
    expect(await auditOf(id, status)).toHaveLength(1);
  });

  test("a lost webhook is made up for by the sweeper", async () => {
    const id = await confirmed({ customer_email: "lost-webhook@example.com" });
    const isSettled =
      "select 1 from app.sandbox_payments where state = 'succeeded' and request -> 'metadata' ->> 'payment_intent_id' = $1";
    await vi.waitFor(async () => expect(await asOwner(database(), isSettled, [id])).toHaveLength(1), {
      timeout: 20_000,
    });
    expect((await read(id)).status).toBe("PROCESSING");
    await asOwner(database(), "update payment_intents set check_at = now() where id = $1", [id]);
    await outside.sweepPayments(500);
    await becomes(id, "PROCESSED");
  });

  test("a thousand duplicates in random order, worked off side by side, have one effect", async () => {
    const payment = await submitted();
    const told = ["created", "processing", "succeeded", "succeeded"].map((state) => event(payment, state));
    const all = Array.from({ length: 1000 }, (_, index) => told[index % told.length] as SignedWebhook);
    const shuffled = all.map((one) => [Math.random(), one] as const).sort(([a], [b]) => a - b);
    for (let from = 0; from < shuffled.length; from += 20) {
      const answers = await Promise.all(shuffled.slice(from, from + 20).map(([, webhook]) => send(webhook)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    await vi.waitFor(async () => expect(await listPaymentEvents(owner, payment)).toHaveLength(4), { timeout: 20_000 });
    expect((await read(payment.id)).status).toBe("PROCESSED");
    expect(await auditOf(payment.id, "PROCESSED")).toHaveLength(1);
    const events = await listPaymentEvents(owner, payment);
    // None, where the job that settles payments has asked the provider before.
    expect(events.filter(({ outcome }) => outcome === "applied").length).toBeLessThanOrEqual(1);
  });
});
