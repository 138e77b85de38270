import { expect, test, vi } from "vitest";
import { newApiKey } from "@/lib/api-key-secret";
import { bearerActor, currentSession, memberActor } from "./actor";
import { signSessionToken } from "./session-token";

// The settings of unit tests name a database that nobody serves.

const request = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>() }));

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => request.cookies }));

test("while the database is out of reach everybody is told to come back, and nobody is let in", async () => {
  const token = await signSessionToken({ sessionId: crypto.randomUUID(), userId: crypto.randomUUID() });
  request.cookies.set("bulkhead.session", { value: token });
  const origin = { requestId: "request-1", ipAddress: null, userAgent: null };
  const headers = { authorization: `Bearer ${newApiKey("sk").key}` };
  const attempts = [
    currentSession(),
    memberActor("aurora"),
    bearerActor(new Request("http://localhost:3000/", { headers }), origin),
  ];
  for (const attempt of await Promise.allSettled(attempts))
    expect(attempt).toMatchObject({ status: "rejected", reason: { code: "unavailable", status: 503 } });
});
