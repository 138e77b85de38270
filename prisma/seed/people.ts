import type { MemberActor } from "../../lib/actor";
import { identity } from "../../lib/tenant-db";

const SESSION_SECONDS = 300;
const USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) Demo";

/** Lets one of the demo's people sign in; `closeSession` of the answer's session ends it. */
export async function signIn(
  userIds: ReadonlyMap<string, string>,
  email: string,
  tenantSlug: string,
  ipAddress: string,
): Promise<MemberActor> {
  const userId = userIds.get(email);
  const sessionId = userId && (await identity.openSession(userId, ipAddress, USER_AGENT, SESSION_SECONDS));
  const grant = sessionId && (await identity.findSessionGrant(sessionId, tenantSlug));
  if (!sessionId || !grant) throw new Error(`${email} cannot sign in`);
  const { tenantId, membershipId, permissions, accountIds } = grant;
  return {
    kind: "member",
    tenantId,
    userId,
    membershipId,
    sessionId,
    permissions,
    accountIds,
    pass: null,
    ipAddress,
    userAgent: USER_AGENT,
    requestId: `seed-${membershipId}`,
  };
}
