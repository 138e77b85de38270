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
  const long = "four quite unlikely words ".repeat(8);
  expect(passwordProblem("seldom seen")).toBe("Must have at least 12 characters");
  expect(passwordProblem("seldom seen!")).toBeNull();
  expect(passwordProblem(long.slice(0, 200))).toBeNull();
  expect(passwordProblem(long.slice(0, 201))).toBe("Must have at most 200 characters");
});

test.each([
  ["Password2026!!", "a common word with trimmings"],
  ["P@$$w0rd-1234", "the same with digits for letters"],
  ["welcomewelcome", "a common word again and again"],
  ["abababababababab", "a few signs again and again"],
  ["qwertyuiop1234", "the order of the keyboard"],
  ["abcdefghijkl1", "the order of the alphabet"],
  ["192837465012", "digits only"],
])("%s is refused: %s", (password) => {
  expect(passwordProblem(password)).toMatch(/^Is too common or too simple/);
});

test("a password is not the person's address, nor the part before the @", () => {
  const email = "ann.example@aurora-hotels.example";
  for (const password of [email, email.toUpperCase(), "Ann.Example2026", "annexample!!"])
    expect(passwordProblem(password, email)).toBe("Must not be your e-mail address");
  expect(passwordProblem("ann likes rare mushrooms", email)).toBeNull();
});

test.each(["correct horse battery", "Reception is by the sea", "x7#Kq-29vb!Lm0", "hotel california 1977 live"])(
  "%s may be chosen",
  (password) => {
    expect(passwordProblem(password)).toBeNull();
  },
);
