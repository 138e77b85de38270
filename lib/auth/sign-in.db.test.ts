import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PersonActor, RequestOrigin } from "@/lib/actor";
import { credentials, identity, purgeBookkeeping } from "@/lib/tenant-db";
import { codeOf } from "@/lib/testing/authenticator";
import { asOwner, doorsOfThisFile } from "@/lib/testing/fixtures";
import { mailsTo } from "@/lib/testing/mails";
import { beginSecondFactor, confirmSecondFactor } from "./own-security";
import * as passwords from "./passwords";
import { hashToken } from "./second-factor";
import { SecondFactorPending, signInWithCode, signInWithGoogle, signInWithPassword } from "./sign-in";

vi.mock("./passwords", { spy: true });

const PASSWORD = "correct horse battery";
const database = doorsOfThisFile({ poolMax: 10 });
let hash: string;

beforeAll(async () => {
  hash = await passwords.hashPassword(PASSWORD);
});

let hosts = 0;
/** An origin that no other test has. */
function newOrigin(given: Partial<RequestOrigin> = {}): RequestOrigin {
  hosts += 1;
  const ipAddress = `198.51.${Math.floor(hosts / 250)}.${(hosts % 250) + 1}`;
  return { requestId: `request-${hosts}`, ipAddress, userAgent: "test browser", ...given };
}

async function createPerson() {
  const email = `${randomUUID()}@example.com`;
  const [row] = await asOwner<{ id: string }>(database(), "select app.create_user($1, 'Ann Example', $2) as id", [
    email,
    hash,
  ]);
  return { id: row?.id ?? "", email };
}

const attempt = (email: string, password: string, origin: RequestOrigin) =>
  signInWithPassword({ email, password }, origin);

/** A person with an authenticator, whose enrolment took the code of this step: the next one serves now. */
async function createPersonWithFactor() {
  const person = await createPerson();
  const { sessionId } = await attempt(person.email, PASSWORD, newOrigin());
  const actor: PersonActor = { kind: "person", userId: person.id, sessionId, ...newOrigin() };
  const { secretText } = await beginSecondFactor(actor, { password: PASSWORD });
  const { recovery_codes } = await confirmSecondFactor(actor, { code: await codeOf(secretText) });
  return { ...person, actor, secretText, recovery_codes };
}

async function challenge(email: string, origin = newOrigin()): Promise<string> {
  try {
    await attempt(email, PASSWORD, origin);
  } catch (error) {
    if (error instanceof SecondFactorPending) return error.token;
    throw error;
  }
  throw new Error("no second factor was asked for");
}

describe("guessing", () => {
  test("of twenty guesses at once, ten are looked at", async () => {
    const { email } = await createPerson();
    const origin = newOrigin();
    const verify = vi.mocked(passwords.verifyPassword);
    verify.mockClear();
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => attempt(email, "guess", origin)));
    const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "in"));
    expect(codes.filter((code) => code === "token_invalid")).toHaveLength(10);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(10);
    expect(verify).toHaveBeenCalledTimes(10);
  });

  test("waits at most until its window ends, however often it is tried in between, and a restart forgets nothing", async () => {
    const { email } = await createPerson();
    const origin = newOrigin();
    for (let i = 0; i < 13; i += 1) await attempt(email, "guess", origin).catch(() => {});
    // What another process, or this one after a restart, reads: all of it is in the database, in a table that is logged.
    const [stored] = await asOwner(
      database(),
      `select max(g.ends_at) <= now() + interval '15 minutes' as bounded, max(g.count) as most,
         (select relpersistence from pg_class where oid = 'app.guesses'::regclass) as kept
       from app.guesses g where g.count > 10`,
    );
    expect(stored).toEqual({ bounded: true, most: 11, kept: "p" });
    await asOwner(database(), "update app.guesses set ends_at = now()");
    expect(await attempt(email, PASSWORD, origin)).toBeTruthy();
  });

  test("does not tell who exists: strangers are counted alike", async () => {
    const origin = newOrigin();
    const email = `${randomUUID()}@example.com`;
    for (let i = 0; i < 10; i += 1)
      await expect(attempt(email, "guess", origin)).rejects.toMatchObject({ code: "token_invalid" });
    await expect(attempt(email, "guess", origin)).rejects.toMatchObject({
      code: "rate_limited",
      message: "Too many attempts: try again in 15 minutes",
    });
  });

  test("from many addresses is stopped too, and nobody is locked out where they are known", async () => {
    const { email } = await createPerson();
    const home = newOrigin();
    await attempt(email, PASSWORD, home);
    for (let i = 0; i < 50; i += 1)
      await expect(attempt(email, "guess", newOrigin())).rejects.toMatchObject({ code: "token_invalid" });
    await expect(attempt(email, PASSWORD, newOrigin())).rejects.toMatchObject({ code: "rate_limited" });
    expect(await attempt(email, PASSWORD, home)).toBeTruthy();
  });

  test("from one network is stopped for all people, IPv6 by its 64 bits; successes do not count", async () => {
    const network = "2001:db8:1:1";
    const from = (host: number) => newOrigin({ ipAddress: `${network}::${host.toString(16)}` });
    const { email } = await createPerson();
    for (let i = 1; i <= 100; i += 1)
      await expect(attempt(`${i}@example.com`, "guess", from(i))).rejects.toMatchObject({ code: "token_invalid" });
    await expect(attempt(email, PASSWORD, from(500))).rejects.toMatchObject({ code: "rate_limited" });
    await asOwner(database(), "update app.guesses set count = 99 where count > 99");
    for (let i = 0; i < 3; i += 1) expect(await attempt(email, PASSWORD, from(600 + i))).toBeTruthy();
  });

  test("a success forgets the failures before it", async () => {
    const { email } = await createPerson();
    const origin = newOrigin();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 9; i += 1) await attempt(email, "guess", origin).catch(() => {});
      expect(await attempt(email, PASSWORD, origin)).toBeTruthy();
    }
  });

  test("windows, challenges and requests that are over are taken away", async () => {
    await attempt(`${randomUUID()}@example.com`, "guess", newOrigin()).catch(() => {});
    await asOwner(database(), "update app.guesses set ends_at = now() - interval '2 hours'");
    await purgeBookkeeping(30);
    expect(await asOwner(database(), "select 1 from app.guesses")).toEqual([]);
  });
});

describe("a person with an authenticator", () => {
  test("gets a session by password and code, which the session remembers", async () => {
    const person = await createPersonWithFactor();
    const token = await challenge(person.email);
    const code = `${await codeOf(person.secretText, 1)}`.replace(/^(...)/, "$1 ");
    const claims = await signInWithCode({ token, code }, newOrigin());
    expect(claims.userId).toBe(person.id);
    expect(await identity.findSessionPerson(claims.sessionId)).toMatchObject({ hasSecondFactor: true });
  });

  test("gets none by the password alone, nor by Google alone, nor where somebody skips the step", async () => {
    const { email, id } = await createPersonWithFactor();
    await expect(attempt(email, PASSWORD, newOrigin())).rejects.toBeInstanceOf(SecondFactorPending);
    await expect(
      signInWithGoogle({ sub: randomUUID(), email, email_verified: true }, newOrigin()),
    ).rejects.toBeInstanceOf(SecondFactorPending);
    await expect(identity.openSession(id, null, null, 3600)).rejects.toMatchObject({ code: "second_factor_required" });
  });

  test("cannot use a code twice, not even in two sign-ins at once, nor the one that enrolment took", async () => {
    const person = await createPersonWithFactor();
    const tokens = await Promise.all([challenge(person.email), challenge(person.email)]);
    const code = await codeOf(person.secretText, 1);
    const outcomes = await Promise.allSettled(tokens.map((token) => signInWithCode({ token, code }, newOrigin())));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const token = await challenge(person.email);
    for (const used of [code, await codeOf(person.secretText)])
      await expect(signInWithCode({ token, code: used }, newOrigin())).rejects.toMatchObject({
        code: "token_invalid",
        message: "The code is wrong, or was used already",
      });
  });

  test("may have a clock that is a step ahead, but not two", async () => {
    const person = await createPersonWithFactor();
    const token = await challenge(person.email);
    const early = await codeOf(person.secretText, 3);
    await expect(signInWithCode({ token, code: early }, newOrigin())).rejects.toMatchObject({ code: "token_invalid" });
    expect(await signInWithCode({ token, code: await codeOf(person.secretText, 1) }, newOrigin())).toBeTruthy();
  });

  test("signs in by a recovery code once, however it is typed", async () => {
    const person = await createPersonWithFactor();
    const [first = "", second = ""] = person.recovery_codes;
    const shouted = first.toUpperCase().replace("-", " ");
    const claims = await signInWithCode({ token: await challenge(person.email), code: shouted }, newOrigin());
    expect(await identity.findSessionPerson(claims.sessionId)).toMatchObject({ hasSecondFactor: true });
    const token = await challenge(person.email);
    await expect(signInWithCode({ token, code: first }, newOrigin())).rejects.toMatchObject({ code: "token_invalid" });
    expect(await signInWithCode({ token, code: second }, newOrigin())).toBeTruthy();
    const audit = await asOwner(
      database(),
      `select actor_kind, user_id, operation, new_values ->> 'recovery_codes_left' as left from audit_logs
       where table_name = 'second_factors' and record_id = $1 and operation = 'sign_in.second_factor' order by id`,
      [person.id],
    );
    const row = { actor_kind: "user", user_id: person.id, operation: "sign_in.second_factor" };
    expect(audit).toEqual([
      { ...row, left: "9" },
      { ...row, left: "8" },
    ]);
  });

  test("another person's codes do not serve", async () => {
    const [ann, bob] = [await createPersonWithFactor(), await createPersonWithFactor()];
    const token = await challenge(ann.email);
    for (const code of [await codeOf(bob.secretText, 1), bob.recovery_codes[0] ?? ""])
      await expect(signInWithCode({ token, code }, newOrigin())).rejects.toMatchObject({ code: "token_invalid" });
  });

  test("five wrong codes make even the right one wait, at any address", async () => {
    const person = await createPersonWithFactor();
    const token = await challenge(person.email);
    const wrong = await Promise.allSettled(
      Array.from({ length: 8 }, () => signInWithCode({ token, code: "000000" }, newOrigin())),
    );
    const codes = wrong.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "in"));
    expect(codes.filter((code) => code === "token_invalid")).toHaveLength(5);
    const code = await codeOf(person.secretText, 1);
    await expect(signInWithCode({ token, code }, newOrigin())).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("a challenge ends after five minutes, serves one sign-in, and no token that was made up is one", async () => {
    const person = await createPersonWithFactor();
    const late = await challenge(person.email);
    await asOwner(database(), "update app.sign_in_challenges set expires_at = now() where token_hash = $1", [
      hashToken(late),
    ]);
    const used = await challenge(person.email);
    await signInWithCode({ token: used, code: person.recovery_codes[0] ?? "" }, newOrigin());
    const code = await codeOf(person.secretText, 1);
    for (const token of [late, used, "made-up", "", undefined])
      await expect(signInWithCode({ token, code }, newOrigin())).rejects.toMatchObject({ code: "token_expired" });
  });

  test("is refused like everybody when disabled between the steps", async () => {
    const person = await createPersonWithFactor();
    const token = await challenge(person.email);
    await asOwner(database(), "update users set disabled_at = now() where id = $1", [person.id]);
    const code = await codeOf(person.secretText, 1);
    await expect(signInWithCode({ token, code }, newOrigin())).rejects.toMatchObject({ code: "token_expired" });
  });
});

describe("a sign-in from a browser or address that was not seen before", () => {
  test("is told by mail, others and the very first are not", async () => {
    const { email } = await createPerson();
    const home = newOrigin();
    await attempt(email, PASSWORD, home);
    await attempt(email, PASSWORD, home);
    expect(await mailsTo(database(), email)).toEqual([]);
    const elsewhere = newOrigin({ userAgent: "another browser" });
    await attempt(email, PASSWORD, elsewhere);
    const [mail, ...more] = await mailsTo(database(), email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "new_sign_in", subject: "New sign-in to your Bulkhead account" });
    expect(mail?.body_text).toContain(`Address: ${elsewhere.ipAddress}`);
  });

  test("stands although its mail cannot be stored", async () => {
    const { email } = await createPerson();
    vi.spyOn(credentials, "findNewDevice").mockRejectedValueOnce(new Error("out of reach"));
    expect(await attempt(email, PASSWORD, newOrigin())).toBeTruthy();
  });
});
