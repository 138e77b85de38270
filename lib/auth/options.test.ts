import { describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { credentials, identity } from "@/lib/tenant-db";
import { authOptions } from "./options";
import { signSessionToken, verifySessionToken } from "./session-token";

const jar = vi.hoisted(() => ({ set: vi.fn(), get: vi.fn(), delete: vi.fn() }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => jar }));
vi.mock("@/lib/tenant-db", () => ({
  identity: {
    findCredentials: vi.fn(),
    findGoogleUser: vi.fn(),
    openSession: vi.fn(),
    closeSession: vi.fn(),
    findSessionLocale: vi.fn(),
  },
  credentials: {
    takeSignInGuesses: async () => null,
    returnGuesses: vi.fn(),
    beginChallenge: vi.fn(),
    findChallenge: vi.fn(),
    findNewDevice: async () => null,
  },
}));

type Authorize = (credentials: unknown) => Promise<unknown>;

function authorize(given: unknown, index = 0): Promise<unknown> {
  const provider = authOptions().providers[index];
  if (!provider) throw new Error("no provider");
  return (provider.options as unknown as { authorize: Authorize }).authorize(given);
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
  expect(authOptions().providers.map(({ id, options }) => options?.id ?? id)).toEqual(["credentials", "second-factor"]);
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

describe("where a second factor is to come", () => {
  const account = { provider: "google", type: "oauth", providerAccountId: "g-1" } as const;

  test("Google's word opens no session: its person is led to the code, and from there to where they wanted", async () => {
    vi.mocked(identity.findGoogleUser).mockResolvedValueOnce("user-1");
    vi.mocked(credentials.beginChallenge).mockResolvedValueOnce(true);
    vi.mocked(identity.openSession).mockClear();
    jar.get.mockReturnValueOnce({ value: "http://localhost:3000/aurora/refunds" });
    const user = { id: "g-1" };
    const profile = { sub: "g-1", email: "ann@example.com", email_verified: true };
    expect(await authOptions().callbacks?.signIn?.({ user, account, profile })).toBe(
      "/sign-in?step=code&next=%2Faurora%2Frefunds",
    );
    expect(identity.openSession).not.toHaveBeenCalled();
    const [name, token, options] = jar.set.mock.lastCall ?? [];
    expect(name).toBe("bulkhead.challenge");
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", maxAge: 300 });
  });

  test.each([undefined, {}, { code: 123_456 }, { code: "1".repeat(101) }])(
    "the code %j is simply wrong",
    async (given) => {
      await expect(authorize(given, 1)).rejects.toThrow(new Error("code_invalid"));
    },
  );

  test("a code without the browser's challenge is too late", async () => {
    await expect(authorize({ code: "123456" }, 1)).rejects.toThrow(new Error("code_expired"));
  });
});

test("the language that a person chose comes with every sign-in, and leaves this device with the sign-out", async () => {
  jar.set.mockClear();
  const { events } = authOptions();
  const signIn = () => events?.signIn?.({ user: { id: "user-1", sessionId: "session-1" }, account: null });
  vi.mocked(identity.findSessionLocale).mockResolvedValueOnce(null);
  await signIn();
  expect(jar.set).not.toHaveBeenCalled();
  vi.mocked(identity.findSessionLocale).mockResolvedValueOnce("de");
  await signIn();
  expect(jar.set).toHaveBeenCalledWith("bulkhead-locale", "de", expect.objectContaining({ httpOnly: true, path: "/" }));
  await events?.signOut?.({ token: {}, session: { expires: "" } });
  expect(jar.delete).toHaveBeenCalledWith("bulkhead-locale");
});
