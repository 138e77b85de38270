import type { RequestOrigin } from "../actor";
import { env } from "../env";
import { identity } from "../tenant-db";
import { type SessionClaims, sessionLifetimeSeconds } from "./session-token";

/** Opens the session of a person who has proved who they are, with the ends that the settings give it. */
export async function openSession(userId: string, origin: RequestOrigin): Promise<SessionClaims> {
  const { ipAddress, userAgent } = origin;
  const idleSeconds = env().sessionIdleMinutes * 60 || null;
  const sessionId = await identity.openSession(userId, ipAddress, userAgent, sessionLifetimeSeconds(), idleSeconds);
  return { sessionId, userId };
}
