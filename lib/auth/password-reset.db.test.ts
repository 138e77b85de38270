import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sendPasswordReset } from "@/lib/password-resets/send";
import { identity } from "@/lib/tenant-db";
import { asOwner, doorsOfThisFile } from "@/lib/testing/fixtures";
import { linkIn, mailsTo } from "@/lib/testing/mails";
import { addressOfReset, askForNewPassword, resetPassword } from "./password-reset";
import { hashPassword } from "./passwords";
import { signInWithPassword } from "./sign-in";

const OLD = "correct horse battery";
const NEW = "four quite unlikely words";
const database = doorsOfThisFile({ poolMax: 8 });
let hash: string;

beforeAll(async () => {
  hash = await hashPassword(OLD);
});

let hosts = 0;
function newOrigin() {
  hosts += 1;
  return { requestId: `request-${hosts}`, ipAddress: `203.0.113.${hosts}`, userAgent: "test" };
}

async function createPerson(password: string | null = hash) {
  const email = `${randomUUID()}@example.com`;
  const [row] = await asOwner<{ id: string }>(database(), "select app.create_user($1, 'Ann Example', $2) as id", [
    email,
    password,
  ]);
  return { id: row?.id ?? "", email };
}

const jobs = () =>
  asOwner<{ id: string; reset_id: string }>(
    database(),
    "select id, payload ->> 'reset_id' as reset_id from graphile_worker._private_jobs where payload ->> 'reset_id' is not null order by id",
  );

/** Runs the jobs that wait, as the worker would. */
async function work(): Promise<void> {
  for (const { id, reset_id } of await jobs()) {
    await sendPasswordReset({ reset_id, tenant_id: null });
    await asOwner(database(), "delete from graphile_worker._private_jobs where id = $1", [id]);
  }
}

async function tokenFor(email: string): Promise<string> {
  await askForNewPassword({ email }, newOrigin());
  await work();
  const mail = (await mailsTo(database(), email.toLowerCase())).findLast(({ kind }) => kind === "password_reset");
  if (!mail) throw new Error("no mail");
  return linkIn(mail).searchParams.get("token") ?? "";
}

test("a mailed link brings a new password, ends all sessions, and the person is told", async () => {
  const { id, email } = await createPerson();
  const session = await signInWithPassword({ email, password: OLD }, newOrigin());
  const token = await tokenFor(email.toUpperCase());
  expect(await addressOfReset(token)).toBe(email);
  await resetPassword({ token, password: NEW }, newOrigin());
  expect(await identity.findSessionPerson(session.sessionId)).toBeNull();
  await expect(signInWithPassword({ email, password: OLD }, newOrigin())).rejects.toMatchObject({
    code: "token_invalid",
  });
  expect(await signInWithPassword({ email, password: NEW }, newOrigin())).toMatchObject({ userId: id });
  const kinds = (await mailsTo(database(), email)).map(({ kind }) => kind);
  expect(kinds).toContain("password_changed");
  const [audit] = await asOwner(
    database(),
    "select actor_kind, user_id, operation, new_values from audit_logs where table_name = 'user_credentials' and record_id = $1 and action = 'update'",
    [id],
  );
  expect(audit).toMatchObject({ actor_kind: "user", user_id: id, operation: "password.reset" });
  expect(JSON.stringify(audit)).not.toContain("argon2");
});

test("the answer and the work are the same for an address that nobody has", async () => {
  const { email } = await createPerson();
  const before = (await jobs()).length;
  const answers = [
    await askForNewPassword({ email }, newOrigin()),
    await askForNewPassword({ email: `${randomUUID()}@example.com` }, newOrigin()),
  ];
  expect(answers).toEqual([null, null]);
  expect((await jobs()).length).toBe(before + 2);
  await work();
  expect(await mailsTo(database(), email)).toHaveLength(1);
});

test("only the token's hash is stored, and nothing of it is in the mail's list or the log", async () => {
  const { id, email } = await createPerson();
  const token = await tokenFor(email);
  const found = await asOwner(
    database(),
    `select (select count(*)::int from app.password_resets r where r.user_id = $2 and r::text like '%' || $1 || '%') as resets,
       (select count(*)::int from audit_logs a where a::text like '%' || $1 || '%') as logs,
       (select count(*)::int from app.password_resets r where r.user_id = $2) as there`,
    [token, id],
  );
  expect(found).toEqual([{ resets: 0, logs: 0, there: 1 }]);
});

test("a link serves once, for thirty minutes, and not after another one was used", async () => {
  const { email } = await createPerson();
  const [first, second] = [await tokenFor(email), await tokenFor(email)];
  await resetPassword({ token: first, password: NEW }, newOrigin());
  const over = { code: "conflict", message: expect.stringContaining("serves no more") };
  for (const token of [first, second, "made-up", ""])
    await expect(resetPassword({ token, password: NEW }, newOrigin())).rejects.toMatchObject(over);
  const late = await tokenFor(email);
  const [left] = await asOwner<{ minutes: number }>(
    database(),
    "select extract(epoch from expires_at - now())::int / 60 as minutes from app.password_resets r join users u on u.id = r.user_id where u.email = $1",
    [email],
  );
  expect(left?.minutes).toBeGreaterThanOrEqual(29);
  expect(left?.minutes).toBeLessThanOrEqual(30);
  await asOwner(database(), "update app.password_resets set expires_at = now()");
  expect(await addressOfReset(late)).toBeNull();
  await expect(resetPassword({ token: late, password: NEW }, newOrigin())).rejects.toMatchObject(over);
});

test("of two who bring the same link at once, one gets through", async () => {
  const { email } = await createPerson();
  const token = await tokenFor(email);
  const outcomes = await Promise.allSettled(
    [NEW, `${NEW} again`].map((password) => resetPassword({ token, password }, newOrigin())),
  );
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a password that is too easy is refused by its field, and the link stays good", async () => {
  const { email } = await createPerson();
  const token = await tokenFor(email);
  for (const password of ["Password2026!!", email, "short"])
    await expect(resetPassword({ token, password }, newOrigin())).rejects.toMatchObject({
      code: "validation_error",
      issues: [expect.objectContaining({ loc: ["body", "password"] })],
    });
  await resetPassword({ token, password: NEW }, newOrigin());
});

test("who signs in with Google alone comes to a password this way, and a disabled person does not", async () => {
  const [google, disabled] = [await createPerson(null), await createPerson()];
  await resetPassword({ token: await tokenFor(google.email), password: NEW }, newOrigin());
  expect(await signInWithPassword({ email: google.email, password: NEW }, newOrigin())).toMatchObject({
    userId: google.id,
  });
  const token = await tokenFor(disabled.email);
  await asOwner(database(), "update users set disabled_at = now() where id = $1", [disabled.id]);
  expect(await addressOfReset(token)).toBeNull();
  await askForNewPassword({ email: disabled.email }, newOrigin());
  await work();
  expect(await mailsTo(database(), disabled.email)).toHaveLength(1);
});

test("one person gets three mails in a quarter of an hour, without the answer telling, and one address asks twenty times", async () => {
  const { email } = await createPerson();
  for (let i = 0; i < 5; i += 1) expect(await askForNewPassword({ email }, newOrigin())).toBeNull();
  await work();
  expect(await mailsTo(database(), email)).toHaveLength(3);
  const origin = newOrigin();
  for (let i = 0; i < 20; i += 1) await askForNewPassword({ email: `${i}@example.com` }, origin);
  await expect(askForNewPassword({ email: "last@example.com" }, origin)).rejects.toMatchObject({
    code: "rate_limited",
    retryAfterSeconds: expect.any(Number),
  });
});
