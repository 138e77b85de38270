import { SignJWT, UnsecuredJWT } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import { deriveSecret } from "@/lib/env";
import { sessionLifetimeSeconds, signSessionToken, verifySessionToken } from "./session-token";

const claims = { sessionId: "0190a000-0000-7000-8000-000000000001", userId: "0190a000-0000-7000-8000-000000000002" };

afterEach(() => {
  vi.useRealTimers();
});

function token(change: { v?: number; sid?: unknown; key?: string; alg?: string; exp?: boolean } = {}) {
  const { v = 1, sid = claims.sessionId, key = "session", alg = "HS256", exp = true } = change;
  const jwt = new SignJWT({ sid, v }).setProtectedHeader({ alg }).setSubject(claims.userId).setIssuedAt();
  return (exp ? jwt.setExpirationTime("1h") : jwt).sign(deriveSecret(key));
}

test("a token has three parts and says session, person and version, nothing else", async () => {
  const signed = await signSessionToken(claims);
  expect(signed.split(".")).toHaveLength(3);
  expect(await verifySessionToken(signed)).toEqual(claims);
  const payload = JSON.parse(Buffer.from(signed.split(".")[1] ?? "", "base64url").toString());
  expect(Object.keys(payload).sort()).toEqual(["exp", "iat", "sid", "sub", "v"]);
  expect(payload.exp - payload.iat).toBe(sessionLifetimeSeconds());
});

test("a token ends after its lifetime", async () => {
  const signed = await signSessionToken(claims);
  vi.useFakeTimers({ now: Date.now() + (sessionLifetimeSeconds() - 5) * 1000 });
  expect(await verifySessionToken(signed)).toEqual(claims);
  vi.setSystemTime(Date.now() + 10_000);
  await expect(verifySessionToken(signed)).rejects.toMatchObject({ code: "token_expired", message: "Token expired" });
});

test.each([
  ["signed with another purpose's key", () => token({ key: "api-key-pepper" })],
  ["of another version", () => token({ v: 2 })],
  ["with another algorithm of the same key", () => token({ alg: "HS384" })],
  ["without an end", () => token({ exp: false })],
  ["whose session is no text", () => token({ sid: 5 })],
  [
    "without a signature (alg none)",
    () => new UnsecuredJWT({ sid: claims.sessionId, v: 1 }).setSubject(claims.userId).setExpirationTime("1h").encode(),
  ],
  ["of three empty parts", () => ".."],
  ["that is no token", () => "a.b.c"],
])("a token %s is refused", async (_, make) => {
  await expect(verifySessionToken(await make())).rejects.toMatchObject({ code: "token_invalid", status: 401 });
});

test("a token with any character of it changed is refused", async () => {
  const signed = await signSessionToken(claims);
  // The last character of a part may hold unused bits only; all others count.
  for (const index of [0, 5, signed.indexOf(".") + 3, signed.lastIndexOf(".") - 8, signed.lastIndexOf(".") + 2]) {
    const other = signed[index] === "A" ? "B" : "A";
    const tampered = signed.slice(0, index) + other + signed.slice(index + 1);
    await expect(verifySessionToken(tampered)).rejects.toMatchObject({ code: "token_invalid" });
  }
});
