import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseOfThisFile } from "@/lib/testing/database";
import { createProbeWorld, type ProbeTenant, type ProbeWorld } from "./fixtures";
import { sqlStateOf } from "./sql-client";

// Triggers with SECURITY DEFINER run before WITH CHECK is looked at and see all rows: what they answer must not depend
// on rows that the actor cannot reach.

const database = databaseOfThisFile();
let db: pg.Client;
let world: ProbeWorld;

beforeAll(async () => {
  db = new pg.Client({ connectionString: database().ownerUrl });
  await db.connect();
});

afterAll(() => db.end());

beforeEach(async () => {
  await db.query("begin");
  world = await createProbeWorld(db);
});

afterEach(() => db.query("rollback"));

/** The error's SQLSTATE and constraint as the member gets them, or `done`. */
async function asMember(sessionId: string, sql: string, values: unknown[]): Promise<string> {
  await db.query("savepoint attempt");
  try {
    await db.query("set local session authorization tenant_user");
    await db.query("select app.enter('member', $1, $2, '{}')", [world.own.tenantId, sessionId]);
    await db.query(sql, values);
    return "done";
  } catch (error) {
    return [sqlStateOf(error), error instanceof pg.DatabaseError ? error.constraint : null].filter(Boolean).join(" ");
  } finally {
    await db.query("rollback to savepoint attempt");
  }
}

async function paymentOf({ tenantId }: ProbeTenant, accountId: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    "select id from payment_intents where tenant_id = $1 and account_id = $2",
    [tenantId, accountId],
  );
  const [row] = rows;
  if (!row) throw new Error("The fixture made no payment");
  return row.id;
}

const REFUND = `insert into refunds (tenant_id, account_id, payment_intent_id, amount, currency)
  values ($1, $2, $3, $4, $5)`;
const ACCOUNT = "insert into accounts (tenant_id, name, currency, parent_id) values ($1, 'New', 'EUR', $2)";
const MOVE = "update accounts set parent_id = $3 where tenant_id = $1 and id = $2";

describe("a refund", () => {
  test("of another tenant's payment is answered like one of a payment that never was", async () => {
    const { own, other } = world;
    const foreign = await paymentOf(other, other.accounts.allowed);
    const attempt = (payment: string, amount: number, currency: string) =>
      asMember(own.member.sessionId, REFUND, [other.tenantId, other.accounts.allowed, payment, amount, currency]);
    const unknown = await attempt(randomUUID(), 1, "EUR");
    expect(await attempt(foreign, 1, "EUR")).toBe(unknown);
    expect(await attempt(foreign, 1, "USD")).toBe(unknown);
    expect(await attempt(foreign, 1_000_000, "EUR")).toBe(unknown);
  });

  test("through an account within reach tells nothing about a payment of another account", async () => {
    const { own } = world;
    const outside = await paymentOf(own, own.accounts.other);
    const attempt = (payment: string, amount: number, currency: string) =>
      asMember(own.restrictedMember.sessionId, REFUND, [own.tenantId, own.accounts.allowed, payment, amount, currency]);
    const unknown = await attempt(randomUUID(), 1, "EUR");
    expect(await attempt(outside, 1, "EUR")).toBe(unknown);
    expect(await attempt(outside, 1, "USD")).toBe(unknown);
    expect(await attempt(outside, 1_000_000, "EUR")).toBe(unknown);
  });

  test("of a payment within reach is made", async () => {
    const { own } = world;
    const payment = await paymentOf(own, own.accounts.allowed);
    const values = [own.tenantId, own.accounts.allowed, payment, 1, "EUR"];
    expect(await asMember(own.restrictedMember.sessionId, REFUND, values)).toBe("done");
  });
});

describe("an account", () => {
  test("below another tenant's account is answered like one below an account that never was", async () => {
    const { own, other } = world;
    const attempt = (parent: string) => asMember(own.member.sessionId, ACCOUNT, [other.tenantId, parent]);
    expect(await attempt(other.accounts.allowed)).toBe(await attempt(randomUUID()));
  });

  test("cannot be put below an account outside the restriction, and the answer tells nothing", async () => {
    const { own } = world;
    const { allowed, below, other } = own.accounts;
    const move = (parent: string | null) =>
      asMember(own.restrictedMember.sessionId, MOVE, [own.tenantId, below, parent]);
    expect(await move(other)).toBe("23503 accounts_parent");
    expect(await move(randomUUID())).toBe("23503 accounts_parent");
    expect(await move(null)).toBe("23503 accounts_parent");
    expect(await move(allowed)).toBe("done");
  });

  test("is moved anywhere by an actor without restriction", async () => {
    const { own } = world;
    const move = (parent: string | null) =>
      asMember(own.member.sessionId, MOVE, [own.tenantId, own.accounts.below, parent]);
    expect(await move(own.accounts.other)).toBe("done");
    expect(await move(null)).toBe("done");
  });

  test("keeps its tenant", async () => {
    const { own, other } = world;
    const sql = "update accounts set tenant_id = $1 where id = $2";
    expect(await asMember(own.member.sessionId, sql, [other.tenantId, own.accounts.other])).toBe("42501");
  });
});
