import * as argon2 from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "./passwords";

vi.mock("@node-rs/argon2", { spy: true });

test("a password is stored as argon2id with 19 MiB, two passes, one lane and a salt of its own", async () => {
  const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test("the stored password is recognised, in any Unicode form, and no other", async () => {
  const stored = await hashPassword("caf\u00e9 au lait");
  expect(await verifyPassword(stored, "cafe\u0301 au lait")).toBe(true);
  expect(await verifyPassword(stored, "cafe au lait")).toBe(false);
  expect(await verifyPassword(stored, "")).toBe(false);
  expect(await verifyPassword(stored, "x".repeat(201))).toBe(false);
});

test("without a stored password the same work is done, and nothing matches", async () => {
  const verify = vi.mocked(argon2.verify);
  const stored = await hashPassword("correct horse");
  verify.mockClear();
  await verifyPassword(stored, "guess");
  expect(await verifyPassword(null, "guess")).toBe(false);
  const costs = verify.mock.calls.map(([hash]) => argon2.parseOptions(String(hash)));
  expect(costs).toHaveLength(2);
  expect(costs[1]).toEqual(costs[0]);
});

test("a new password has 12 to 200 characters", () => {
  expect(passwordProblem("x".repeat(11))).toBe("Must have at least 12 characters");
  expect(passwordProblem("x".repeat(12))).toBeNull();
  expect(passwordProblem("x".repeat(200))).toBeNull();
  expect(passwordProblem("x".repeat(201))).toBe("Must have at most 200 characters");
});
