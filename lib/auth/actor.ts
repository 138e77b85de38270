import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { ApiKeyActor, MemberActor, Pass, PersonActor, PlatformAdminActor, RequestOrigin } from "../actor";
import { hashApiKey, looksLikeApiKey } from "../api-key-secret";
import { env } from "../env";
import { AppError } from "../errors";
import { ShortMemory } from "../short-memory";
import { findViewGrant, findVisitGrant, identity } from "../tenant-db";
import { visitPermissions } from "../visit-rights";
import { requestOrigin } from "./request-origin";
import { SESSION_COOKIE, type SessionClaims, verifySessionToken } from "./session-token";
import { currentViewId } from "./view";

// Everything here throws AppErrors; lib/http turns them into redirects, pages, action results or API answers.

export interface CurrentSession {
  sessionId: string;
  person: identity.SessionPerson;
}

/** A member at work in one tenant. */
export interface TenantMember {
  actor: MemberActor;
  tenant: { id: string; slug: string; name: string };
}

const isSlug = (value: unknown): value is string => typeof value === "string" && /^[a-z0-9-]{1,48}$/.test(value);
const MAX_TOKEN_LENGTH = 4096;

/** Where the current page's or action's request comes from; the same answer throughout one request. */
export const currentOrigin = cache(async (): Promise<RequestOrigin> => requestOrigin(await headers()));

const cookieClaims = cache(async (): Promise<SessionClaims> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!token) throw new AppError("token_not_found");
  return verifySessionToken(token);
});

/**
 * The session of the request's cookie, as its row in the database says now.
 * @throws AppError `token_not_found`, `token_invalid`, or `token_expired` for one that has ended
 */
export const currentSession = cache(async (): Promise<CurrentSession> => livingSession(await cookieClaims()));

/**
 * The member who sends the current page request or action, in one round trip; or a platform admin on a visit, in three.
 * @throws AppError `token_…` without a live session; `not_found` for a tenant that is not theirs, whether or not it
 * exists; `forbidden` for a suspended tenant; `switched_off`
 */
export const memberActor = cache(async (tenantSlug: string): Promise<TenantMember> => {
  const [claims, origin, viewId] = await Promise.all([cookieClaims(), currentOrigin(), currentViewId()]);
  return (
    (viewId && (await viewerOf(claims, viewId, tenantSlug, origin))) ||
    memberOf(claims, tenantSlug, origin, "dashboard")
  );
});

/**
 * The same with whose session it is, for pages: both in one round trip, where nothing is looked through.
 * @throws AppError as `memberActor` does
 */
export const signedInMember = cache(
  async (tenantSlug: string): Promise<TenantMember & { person: identity.SessionPerson }> => {
    const viewId = await currentViewId();
    if (viewId || !isSlug(tenantSlug)) {
      const [member, { person }] = await Promise.all([memberActor(tenantSlug), currentSession()]);
      return { ...member, person };
    }
    const [claims, origin] = await Promise.all([cookieClaims(), currentOrigin()]);
    const found = await identity.findSessionMember(claims.sessionId, tenantSlug);
    const session = sessionOf(claims, found?.person ?? null);
    const { person } = session;
    if (found?.grant) return { ...grantedMember(claims, tenantSlug, found.grant, origin), person };
    return { ...(await visitorOr404(session, tenantSlug, origin)), person };
  },
);

/** The same without the view that the member may be looking through: for beginning and ending one. */
export const ownMemberActor = cache(async (tenantSlug: string): Promise<TenantMember> => {
  const [claims, origin] = await Promise.all([cookieClaims(), currentOrigin()]);
  return memberOf(claims, tenantSlug, origin, "dashboard");
});

/**
 * The person who sends the current page request or action, at work on what is the own.
 * @throws AppError `token_…` without a live session
 */
export const personActor = cache(async (): Promise<PersonActor> => {
  const [session, origin] = await Promise.all([currentSession(), currentOrigin()]);
  return personOf(session, origin);
});

/**
 * The platform admin who sends the current page request or action.
 * @throws AppError `token_…` without a live session; `forbidden` for anybody else
 */
export const platformAdminActor = cache(async (): Promise<PlatformAdminActor> => {
  const [session, origin] = await Promise.all([currentSession(), currentOrigin()]);
  return adminOf(session, origin);
});

type BearerActor = MemberActor | ApiKeyActor;

/**
 * Does some work as whoever sends an API request. For a GET, rights that an earlier request found are remembered for a
 * moment, so that the request costs no round trip but its own statements: the database confirms them with the first of
 * these. Where it does not, or where the work comes to no statement at all, the rights are looked up and the work is
 * done again; nothing of it has happened then.
 * @throws AppError as `bearerActor` does, and what the work throws
 */
export async function asBearer<T>(
  request: Request,
  origin: RequestOrigin,
  work: (actor: BearerActor) => Promise<T>,
): Promise<T> {
  const remembered = request.method === "GET" ? await rememberedActor(request, origin) : null;
  if (remembered) {
    try {
      const result = await work(remembered);
      if (remembered.pass?.isConfirmed) return result;
    } catch (error) {
      if (remembered.pass?.isConfirmed || saysNothingOfRights(error)) throw error;
    }
  }
  return work(await bearerActor(request, origin));
}

/**
 * Who sends an API request: a member by session token, or an access key (R8). Cookies are not looked at.
 * A person of several tenants names one in the header `X-Tenant`.
 * @throws AppError `token_not_found`, `token_invalid`, `token_expired`; `forbidden` for a suspended tenant; `switched_off`; `not_found`
 * for a tenant that is not the person's; `bad_request` where the tenant is left open
 */
export async function bearerActor(request: Request, origin: RequestOrigin): Promise<BearerActor> {
  const token = bearerToken(request);
  if (!token.includes(".")) return keyActor(token, origin);
  const claims = await verifySessionToken(token);
  const slug = request.headers.get("x-tenant") ?? (await onlyTenant(claims));
  const { actor } = await memberOf(claims, slug, origin, "api");
  if (actor.pass) rights.note(sessionName(claims, slug), actor);
  return actor;
}

// By names of tokens, none of which is a token. What is remembered is never a decision: the database confirms it.
const rights = new ShortMemory<BearerActor>({ maxAgeMs: 30_000, maxEntries: 5000 });

const keyName = (hash: Uint8Array) => `key ${Buffer.from(hash).toString("base64")}`;
const sessionName = ({ sessionId }: SessionClaims, slug: string) => `session ${sessionId} ${slug}`;

async function rememberedActor(request: Request, origin: RequestOrigin): Promise<BearerActor | null> {
  const token = bearerToken(request);
  const slug = request.headers.get("x-tenant");
  const name = !token.includes(".")
    ? looksLikeApiKey(token) && keyName(hashApiKey(token))
    : // Without a name the tenant is the person's only one, which nobody can tell from memory.
      slug !== null && sessionName(await verifySessionToken(token), slug);
  const known = name ? rights.recall(name) : null;
  // Its own request may have found the pass gone; without one nobody could tell that the rights are old.
  return known?.pass?.id ? { ...known, ...origin, pass: { id: known.pass.id, isConfirmed: false } } : null;
}

/** An outage is one whoever asks, and so is a limit: looking the rights up would not help. */
function saysNothingOfRights(error: unknown): boolean {
  return error instanceof AppError && (error.code === "unavailable" || error.code === "rate_limited");
}

/**
 * The platform admin who sends an API request, by session token: access keys belong to tenants.
 * @throws AppError `token_…`; `forbidden` for anybody else
 */
export async function bearerPlatformAdmin(request: Request, origin: RequestOrigin): Promise<PlatformAdminActor> {
  const token = bearerToken(request);
  if (!token.includes(".")) {
    await keyActor(token, origin);
    throw new AppError("forbidden");
  }
  return adminOf(await livingSession(await verifySessionToken(token)), origin);
}

/**
 * The person who sends an API request about what is the own, by session token: an access key is nobody.
 * @throws AppError `token_…`; `forbidden` for an access key
 */
export async function bearerPerson(request: Request, origin: RequestOrigin): Promise<PersonActor> {
  const token = bearerToken(request);
  if (!token.includes(".")) {
    await keyActor(token, origin);
    throw new AppError("forbidden", "This takes the session token of a person: an access key may not do it");
  }
  return personOf(await livingSession(await verifySessionToken(token)), origin);
}

function bearerToken(request: Request): string {
  const header = request.headers.get("authorization")?.trim() ?? "";
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) throw new AppError("token_not_found");
  if (token.length > MAX_TOKEN_LENGTH) throw new AppError("token_invalid");
  return token;
}

async function keyActor(key: string, origin: RequestOrigin): Promise<ApiKeyActor> {
  // The checksum refuses typos and guesses without the database.
  if (!looksLikeApiKey(key)) throw new AppError("token_invalid");
  const hash = hashApiKey(key);
  const grant = await identity.findApiKeyGrant(hash);
  if (!grant || grant.state === "revoked") throw new AppError("token_invalid");
  if (grant.state === "expired") throw new AppError("token_expired");
  requireActive(grant.tenantStatus);
  const { tenantId, apiKeyId, permissions, accountIds } = grant;
  const pass = passOf(grant);
  const actor: ApiKeyActor = { kind: "apiKey", tenantId, apiKeyId, permissions, accountIds, pass, ...origin };
  if (pass) rights.note(keyName(hash), actor);
  return actor;
}

async function memberOf(
  claims: SessionClaims,
  slug: unknown,
  origin: RequestOrigin,
  way: identity.SessionWay,
): Promise<TenantMember> {
  if (isSlug(slug)) {
    const grant = await identity.findSessionGrant(claims.sessionId, slug, way);
    if (grant) return grantedMember(claims, slug, grant, origin);
  }
  // Whose session has ended learns that; everybody else learns nothing of the tenant.
  const session = await livingSession(claims);
  return visitorOr404(session, way === "dashboard" ? slug : null, origin);
}

function grantedMember(
  { sessionId }: SessionClaims,
  slug: string,
  grant: identity.SessionGrant,
  origin: RequestOrigin,
): TenantMember {
  requireActive(grant.tenantStatus);
  const { tenantId, userId, membershipId, permissions, accountIds } = grant;
  const rights = { tenantId, userId, membershipId, permissions, accountIds, pass: passOf(grant) };
  return {
    actor: { kind: "member", sessionId, ...rights, ...origin },
    tenant: { id: tenantId, slug, name: grant.tenantName },
  };
}

/** @throws AppError `not_found` for whoever is no platform admin on a visit there */
async function visitorOr404(session: CurrentSession, slug: unknown, origin: RequestOrigin): Promise<TenantMember> {
  const visitor = isSlug(slug) ? await visitorOf(session, slug, origin) : null;
  if (!visitor) throw new AppError("not_found");
  return visitor;
}

/** Null where there is nothing to look through (any more): then the member is there with the own rights. */
async function viewerOf(
  { sessionId }: SessionClaims,
  viewId: string,
  slug: unknown,
  origin: RequestOrigin,
): Promise<TenantMember | null> {
  if (!isSlug(slug)) return null;
  const grant = await findViewGrant(sessionId, viewId, slug);
  if (!grant) return null;
  requireActive(grant.tenantStatus);
  const { tenantId, userId, membershipId, permissions, accountIds, label, endsAt } = grant;
  const rights = { tenantId, userId, membershipId, permissions, accountIds, pass: null };
  return {
    actor: { kind: "member", sessionId, ...rights, view: { id: viewId, label, endsAt }, ...origin },
    tenant: { id: tenantId, slug, name: grant.tenantName },
  };
}

/**
 * A platform admin whose session visits this tenant, or null. For pages only: the API knows members and keys. A suspended
 * tenant is visited as well.
 */
async function visitorOf(session: CurrentSession, slug: string, origin: RequestOrigin): Promise<TenantMember | null> {
  if (!session.person.isPlatformAdmin) return null;
  const grant = await findVisitGrant(session.sessionId, slug);
  if (!grant) return null;
  adminOf(session, origin);
  const { tenantId, userId, visitId, reason, endsAt, isWriting, isWritingAsked } = grant;
  return {
    actor: {
      kind: "member",
      tenantId,
      userId,
      membershipId: visitId,
      sessionId: session.sessionId,
      permissions: visitPermissions(isWriting),
      accountIds: null,
      pass: null,
      visit: { id: visitId, reason, endsAt, isWriting, isWritingAsked },
      ...origin,
    },
    tenant: { id: tenantId, slug, name: grant.tenantName },
  };
}

function passOf({ passId }: { passId: string | null }): Pass | null {
  return passId === null ? null : { id: passId, isConfirmed: true };
}

async function livingSession(claims: SessionClaims): Promise<CurrentSession> {
  return sessionOf(claims, await identity.findSessionPerson(claims.sessionId));
}

function sessionOf(claims: SessionClaims, person: identity.SessionPerson | null): CurrentSession {
  if (!person || person.userId !== claims.userId) throw new AppError("token_expired");
  return { sessionId: claims.sessionId, person };
}

function personOf({ sessionId, person }: CurrentSession, origin: RequestOrigin): PersonActor {
  return { kind: "person", userId: person.userId, sessionId, ...origin };
}

function adminOf({ sessionId, person }: CurrentSession, origin: RequestOrigin): PlatformAdminActor {
  if (!person.isPlatformAdmin) throw new AppError("forbidden");
  if (env().adminSecondFactor && !person.hasSecondFactor) throw new AppError("second_factor_required");
  return { kind: "platformAdmin", userId: person.userId, sessionId, ...origin };
}

async function onlyTenant(claims: SessionClaims): Promise<string> {
  const { person } = await livingSession(claims);
  const [first, ...others] = person.tenants;
  if (!first) throw new AppError("forbidden", "You belong to no tenant");
  if (others.length > 0)
    throw new AppError("bad_request", "You belong to several tenants: name one in the X-Tenant header");
  return first.slug;
}

function requireActive(tenantStatus: string): void {
  if (tenantStatus !== "active")
    throw new AppError("forbidden", "This tenant is suspended", { data: { tenant: "suspended" } });
}
