import { describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { identity } from "@/lib/tenant-db";
import { authOptions } from "./options";
import { signSessionToken, verifySessionToken } from "./session-token";

vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("@/lib/tenant-db", () => ({
  identity: { findCredentials: vi.fn(), findGoogleUser: vi.fn(), openSession: vi.fn(), closeSession: vi.fn() },
}));

type Authorize = (credentials: unknown) => Promise<unknown>;

function authorize(credentials: unknown): Promise<unknown> {
  const [provider] = authOptions().providers;
  if (!provider) throw new Error("no provider");
  return (provider.options as unknown as { authorize: Authorize }).authorize(credentials);
}

const claims = { sessionId: "session-1", userId: "user-1" };

describe("what next-auth shows in an address", () => {
  test.each([
    [new Error("relation app.secrets does not exist"), "internal"],
    [new AppError("unavailable"), "unavailable"],
  ])("is the code of %s, never its text", async (error, code) => {
    vi.mocked(identity.findCredentials).mockRejectedValueOnce(error);
    await expect(authorize({ email: "ann@example.com", password: "x" })).rejects.toThrow(new Error(code));
  });

  test.each([undefined, {}, { email: "ann@example.com" }, { email: ["a"], password: { b: 1 } }])(
    "is token_invalid for the malformed credentials %j",
    async (credentials) => {
      await expect(authorize(credentials)).rejects.toThrow(new Error("token_invalid"));
    },
  );
});

test("redirects stay under our own address", async () => {
  const redirect = authOptions().callbacks?.redirect;
  const baseUrl = "http://localhost:3000";
  expect(await redirect?.({ url: "/aurora", baseUrl })).toBe(`${baseUrl}/aurora`);
  expect(await redirect?.({ url: "https://evil.example/", baseUrl })).toBe(`${baseUrl}/`);
  expect(await redirect?.({ url: "//evil.example/", baseUrl })).toBe(`${baseUrl}/`);
});

test("the cookie is our signed token, out of reach for scripts and other sites", async () => {
  const { jwt, cookies } = authOptions();
  const token = { sub: claims.userId, sessionId: claims.sessionId };
  const encoded = await jwt?.encode?.({ token, secret: "unused" });
  expect(await verifySessionToken(encoded ?? "")).toEqual(claims);
  expect(await jwt?.decode?.({ token: encoded, secret: "unused" })).toEqual(token);
  expect(await jwt?.decode?.({ token: "a.b.c", secret: "unused" })).toBeNull();
  await expect(jwt?.encode?.({ token: { sub: "x" }, secret: "unused" })).rejects.toThrow();
  expect(cookies?.sessionToken).toEqual({
    name: "bulkhead.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
  });
});

test("sign-out closes the session's row", async () => {
  const { events, jwt } = authOptions();
  const token = await jwt?.decode?.({ token: await signSessionToken(claims), secret: "unused" });
  if (!token) throw new Error("no token");
  await events?.signOut?.({ token, session: { expires: "" } });
  expect(identity.closeSession).toHaveBeenCalledWith("session-1");
});

test("Google is offered only where it is configured, and admits only whom somebody here knows", async () => {
  expect(authOptions().providers.map(({ id }) => id)).toEqual(["credentials"]);
  const signIn = authOptions().callbacks?.signIn;
  const account = { provider: "google", type: "oauth", providerAccountId: "g-1" } as const;
  const user = { id: "g-1" };
  const profile = { sub: "g-1", email: "ann@example.com", email_verified: true };
  vi.mocked(identity.findGoogleUser).mockResolvedValueOnce(null);
  expect(await signIn?.({ user, account, profile })).toBe("/sign-in?error=forbidden");
  vi.mocked(identity.findGoogleUser).mockResolvedValueOnce("user-1");
  vi.mocked(identity.openSession).mockResolvedValueOnce("session-1");
  expect(await signIn?.({ user, account, profile })).toBe(true);
  expect(await authOptions().callbacks?.jwt?.({ token: {}, user, account })).toEqual({
    sub: "user-1",
    sessionId: "session-1",
  });
});
