import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { MemberActor } from "@/lib/actor";
import type { AppError } from "@/lib/errors";
import { setErrorReporter } from "@/lib/logger";
import { type PaymentProvider, ProviderError, type ProviderPayment } from "@/lib/providers/provider";
import { sandboxProvider } from "@/lib/providers/sandbox";
import { outside } from "@/lib/tenant-db";
import {
  asOwner,
  createKey,
  createMember,
  createTenant,
  doorsOfThisFile,
  makeAccount,
  makePaymentIntent,
  type TestTenant,
} from "@/lib/testing/fixtures";
import { cancelPaymentIntent, confirmPaymentIntent, createPaymentIntent } from "./commands";
import { cancelAtProvider, confirmAtProvider, settlePayment } from "./jobs";
import { getPaymentIntent } from "./queries";
import { createPaymentIntentInput } from "./schema";

const database = doorsOfThisFile();
let tenant: TestTenant;
let owner: MemberActor;
let accountId: string;

beforeAll(async () => {
  tenant = await createTenant(database());
  owner = await createMember(database(), tenant);
  accountId = (await makeAccount(tenant)).id;
});
afterEach(() => setErrorReporter(() => {}));

const make = (given: Record<string, unknown> = {}) => makePaymentIntent(tenant, accountId, given);
const confirm = (id: string) => confirmPaymentIntent(owner, { id, payment_method: null });
const read = (id: string) => getPaymentIntent(owner, { id });
const job = (id: string) => ({ payment_intent_id: id, tenant_id: tenant.id });
const jobsOf = async (id: string) => {
  const rows = await asOwner<{ task: string }>(
    database(),
    `select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'payment_intent_id' = $1 order by 1`,
    [id],
  );
  return rows.map(({ task }) => task);
};
const auditOf = (id: string) =>
  asOwner<{ operation: string; status: string }>(
    database(),
    "select operation, new_values ->> 'status' as status from audit_logs where tenant_id = $1 and record_id = $2 order by id",
    [tenant.id, id],
  );
const sandboxPayments = (id: string) =>
  asOwner<{ state: string; reference: string }>(
    database(),
    "select state, reference from app.sandbox_payments where request -> 'metadata' ->> 'payment_intent_id' = $1",
    [id],
  );

/** A provider that does what a test says before or after the sandbox has done its own. */
function providerWith(overrides: Partial<PaymentProvider>): () => PaymentProvider {
  return () => ({ ...sandboxProvider, ...overrides });
}
const sandbox = providerWith({});

/** Confirms and brings it to the sandbox, which has not decided yet. */
async function submitted(given: Record<string, unknown> = {}) {
  const { id } = await make(given);
  await confirm(id);
  await confirmAtProvider(job(id), sandbox);
  const { provider_reference } = await read(id);
  if (!provider_reference) throw new Error("no reference");
  return { id, reference: provider_reference };
}

describe("confirm", () => {
  test("makes it PROCESSING, with the job in the same transaction and one audit row", async () => {
    const { id } = await make();
    const confirmed = await confirm(id);
    expect(confirmed).toMatchObject({ status: "PROCESSING", provider: "sandbox", provider_reference: null });
    expect(confirmed.confirmed_at).not.toBeNull();
    expect(await jobsOf(id)).toEqual(["payments.confirm"]);
    expect((await auditOf(id)).map(({ operation }) => operation)).toEqual([
      "payment_intents.create",
      "payment_intents.confirm",
    ]);
  });

  test("can be part of making it", async () => {
    const input = { account_id: accountId, billing_amount: 500, billing_currency: "EUR", confirm: true };
    const made = await createPaymentIntent(owner, createPaymentIntentInput.parse(input));
    expect(made.status).toBe("PROCESSING");
    expect(await jobsOf(made.id)).toEqual(["payments.confirm"]);
  });

  test("is refused a second time, for nothing to collect, for readers, and for what is out of reach", async () => {
    const { id } = await make();
    await confirm(id);
    await expect(confirm(id)).rejects.toMatchObject({ code: "conflict" });
    await expect(confirm((await make({ billing_amount: 0 })).id)).rejects.toMatchObject({ code: "conflict" });
    const reader = await createMember(database(), tenant, { role: "viewer" });
    const { id: fresh } = await make();
    const input = { id: fresh, payment_method: null };
    await expect(confirmPaymentIntent(reader, input)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await createMember(database(), await createTenant(database()));
    const restricted = await createMember(database(), tenant, { accountIds: [(await makeAccount(tenant)).id] });
    const restrictedKey = await createKey(tenant, { accountIds: [(await makeAccount(tenant)).id] });
    for (const actor of [elsewhere, restricted, restrictedKey]) {
      await expect(confirmPaymentIntent(actor, input)).rejects.toMatchObject({ code: "not_found" });
      await expect(cancelPaymentIntent(actor, input)).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await read(fresh)).status).toBe("INITIALIZED");
  });

  test("two at once: one confirms", async () => {
    const { id } = await make();
    const results = await Promise.allSettled([confirm(id), confirm(id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("the provider is asked once, wherever the process is killed", () => {
  const killed = new Error("killed");
  const die = async () => {
    throw killed;
  };
  const dieAfter =
    <A extends unknown[]>(call: (...given: A) => Promise<unknown>) =>
    async (...given: A): Promise<never> => {
      await call(...given);
      throw killed;
    };

  test.each<[string, Partial<PaymentProvider>]>([
    ["before it is made known", { createPayment: die }],
    ["after it was made known", { createPayment: dieAfter(sandboxProvider.createPayment) }],
    ["before it is confirmed", { confirmPayment: die }],
    ["after it was confirmed", { confirmPayment: dieAfter(sandboxProvider.confirmPayment) }],
  ])("%s", async (_when, overrides) => {
    const { id } = await make();
    await confirm(id);
    await expect(confirmAtProvider(job(id), providerWith(overrides))).rejects.toThrow("killed");
    expect((await read(id)).status).toBe("PROCESSING");
    await confirmAtProvider(job(id), sandbox);
    await confirmAtProvider(job(id), sandbox);
    const [charge, ...more] = await sandboxPayments(id);
    expect(more).toEqual([]);
    expect(charge?.state).toBe("processing");
    await outside.sandbox.settle(charge?.reference ?? "");
    await settlePayment(job(id), sandbox);
    expect(await read(id)).toMatchObject({ status: "PROCESSED", provider_reference: charge?.reference });
    expect((await auditOf(id)).filter(({ status }) => status === "PROCESSED")).toHaveLength(1);
  });

  test("two jobs of one payment at the same time make one charge", async () => {
    const { id } = await make();
    await confirm(id);
    await Promise.all([1, 2, 3, 4].map(() => confirmAtProvider(job(id), sandbox)));
    expect(await sandboxPayments(id)).toHaveLength(1);
  });
});

test("what the provider will never do fails the payment with its reason, and no try is lost to a fault", async () => {
  const refuse = async () => {
    throw new ProviderError("refused", "The currency is not supported");
  };
  for (const overrides of [
    { createPayment: refuse },
    { confirmPayment: refuse },
  ] satisfies Partial<PaymentProvider>[]) {
    const { id } = await make();
    await confirm(id);
    await confirmAtProvider(job(id), providerWith(overrides));
    expect(await read(id)).toMatchObject({ status: "FAILED", failure_reason: "The currency is not supported" });
  }
  const { id } = await make();
  await confirm(id);
  const unavailable = async () => {
    throw new ProviderError("unavailable", "busy");
  };
  await expect(confirmAtProvider(job(id), providerWith({ createPayment: unavailable }))).rejects.toThrow("busy");
  expect((await read(id)).status).toBe("PROCESSING");
});

describe("cancel", () => {
  test("before the provider was told to collect, at once and without it", async () => {
    const { id } = await make();
    await confirm(id);
    expect((await cancelPaymentIntent(owner, { id })).status).toBe("CANCELED");
    await confirmAtProvider(job(id), sandbox);
    expect(await sandboxPayments(id)).toEqual([]);
  });

  test("while the provider is being told of it: it is called off there too, and never collected", async () => {
    const { id } = await make();
    await confirm(id);
    const create: PaymentProvider["createPayment"] = async (call) => {
      const made = await sandboxProvider.createPayment(call);
      await cancelPaymentIntent(owner, { id });
      return made;
    };
    await confirmAtProvider(job(id), providerWith({ createPayment: create }));
    expect(await jobsOf(id)).toContain("payments.cancel");
    await cancelAtProvider(job(id), sandbox);
    expect(await sandboxPayments(id)).toMatchObject([{ state: "canceled" }]);
    expect((await read(id)).status).toBe("CANCELED");
  });

  test("at the provider, when that was told to collect: requested first, then CANCELED", async () => {
    const { id } = await submitted();
    expect(await cancelPaymentIntent(owner, { id })).toMatchObject({ status: "PROCESSING", cancellation: "requested" });
    expect(await jobsOf(id)).toContain("payments.cancel");
    await cancelAtProvider(job(id), sandbox);
    expect(await read(id)).toMatchObject({ status: "CANCELED", cancellation: null });
  });

  test("too late: the payment goes on, and says that the cancellation was refused", async () => {
    const { id, reference } = await submitted();
    await outside.sandbox.settle(reference);
    await cancelPaymentIntent(owner, { id });
    await cancelAtProvider(job(id), sandbox);
    expect(await read(id)).toMatchObject({ status: "PROCESSED", cancellation: "refused" });
    await expect(cancelPaymentIntent(owner, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  test("refused by the provider while it is not settled: it may be asked for again", async () => {
    const { id, reference } = await submitted();
    await cancelPaymentIntent(owner, { id });
    const still = async (): Promise<ProviderPayment> => ({ reference, state: "processing", failureReason: null });
    await cancelAtProvider(job(id), providerWith({ cancelPayment: still }));
    expect(await read(id)).toMatchObject({ status: "PROCESSING", cancellation: "refused" });
    expect((await cancelPaymentIntent(owner, { id })).cancellation).toBe("requested");
  });
});

describe("the sweeper", () => {
  const overdue = (id: string) =>
    asOwner(database(), "update payment_intents set check_at = now() - interval '1 minute' where id = $1", [id]);

  test("adds one job for each payment that is overdue, and none for others", async () => {
    const [late, other] = [await submitted(), await submitted()];
    await overdue(late.id);
    expect(await outside.sweepPayments(500)).toBe(1);
    await outside.sweepPayments(500);
    expect((await jobsOf(late.id)).filter((task) => task === "payments.settle")).toHaveLength(1);
    expect(await jobsOf(other.id)).not.toContain("payments.settle");
    await settlePayment(job(late.id), sandbox);
    expect(await outside.sweepPayments(500)).toBe(0);
  });

  test("settles a payment whose webhook never came", async () => {
    const { id, reference } = await submitted({ customer_email: "lost-webhook@example.com" });
    await outside.sandbox.settle(reference);
    expect((await read(id)).status).toBe("PROCESSING");
    await settlePayment(job(id), sandbox);
    expect((await read(id)).status).toBe("PROCESSED");
    const [row] = await asOwner<{ check_at: Date | null }>(
      database(),
      "select check_at from payment_intents where id = $1",
      [id],
    );
    expect(row?.check_at).toBeNull();
  });

  test("sends what was never sent, and asks again what was not heard", async () => {
    const { id } = await make();
    await confirm(id);
    await settlePayment(job(id), sandbox);
    expect(await sandboxPayments(id)).toMatchObject([{ state: "processing" }]);

    const unheard = await make();
    await confirm(unheard.id);
    const lost = async () => {
      throw new ProviderError("unavailable", "no answer");
    };
    await expect(confirmAtProvider(job(unheard.id), providerWith({ confirmPayment: lost }))).rejects.toThrow();
    await settlePayment(job(unheard.id), sandbox);
    expect(await sandboxPayments(unheard.id)).toMatchObject([{ state: "processing" }]);
  });

  test("leaves no audit row while nothing is new", async () => {
    const { id } = await submitted();
    const before = await auditOf(id);
    await settlePayment(job(id), sandbox);
    expect(await auditOf(id)).toEqual(before);
  });
});

test("a provider that contradicts its books changes nothing, and somebody is told", async () => {
  const reporter = vi.fn();
  setErrorReporter(reporter);
  const { id } = await submitted();
  const stranger = async (): Promise<ProviderPayment> => ({
    reference: `pay_${randomUUID()}`,
    state: "succeeded",
    failureReason: null,
  });
  await settlePayment(job(id), providerWith({ retrievePayment: stranger }));
  expect((await read(id)).status).toBe("PROCESSING");
  expect(reporter).toHaveBeenCalledOnce();
});

test("a payment of an import has no provider, and is canceled without one", async () => {
  const { id } = await make();
  await asOwner(database(), "update payment_intents set status = 'PROCESSING' where id = $1", [id]);
  await settlePayment(job(id), sandbox);
  const canceled = await cancelPaymentIntent(owner, { id });
  expect(canceled).toMatchObject({ status: "CANCELED", provider: null });
  const refused = (await cancelPaymentIntent(owner, { id }).catch((error) => error)) as AppError;
  expect(refused.code).toBe("conflict");
});
