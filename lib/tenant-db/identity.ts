import type { RequestOrigin } from "../actor";
import { isPermission, type Permission } from "../permissions";
import type { Clock, DateFormat } from "../time";
import { ask } from "./ask";

// The look-ups that come before a tenant is known. Each calls one narrow SECURITY DEFINER function.

export interface Credentials {
  userId: string;
  fullName: string;
  passwordHash: string | null;
  disabled: boolean;
}

/** What is needed to check a password, or null for an unknown e-mail address. */
export async function findCredentials(email: string): Promise<Credentials | null> {
  const [row] = await ask<Credentials>(
    `select user_id as "userId", full_name as "fullName", password_hash as "passwordHash", disabled from app.find_credentials($1)`,
    [email],
    true,
  );
  return row ?? null;
}

/** The person of a Google account whose address Google has verified, or null. */
export async function findGoogleUser(googleSubject: string, email: string): Promise<string | null> {
  const [row] = await ask<{ id: string | null }>(
    "select app.find_google_user($1, $2) as id",
    [googleSubject, email],
    false,
  );
  return row?.id ?? null;
}

/**
 * Starts a session and notes the sign-in; returns the session's id.
 * @param idleSeconds how long it may stay unused; null: no such limit
 */
export async function openSession(
  userId: string,
  ipAddress: string | null,
  userAgent: string | null,
  lifetimeSeconds: number,
  idleSeconds: number | null = null,
): Promise<string> {
  const [row] = await ask<{ id: string }>(
    "select app.limit_idle(app.open_session($1, $2, $3, make_interval(secs => $4)), $5) as id",
    [userId, ipAddress, userAgent, lifetimeSeconds, idleSeconds],
    false,
  );
  if (!row) throw new Error("app.open_session returned no row");
  return row.id;
}

/** False where nobody is a platform admin yet. */
export async function hasPlatformAdmins(): Promise<boolean> {
  const [row] = await ask<{ found: boolean }>("select app.has_platform_admins() as found", [], true);
  return row?.found !== false;
}

/** Ends a session; a copied cookie is refused from the next request on. */
export async function closeSession(sessionId: string): Promise<void> {
  await ask("select app.close_session($1)", [sessionId], true);
}

export interface SessionPerson {
  userId: string;
  email: string;
  fullName: string;
  avatarUrl: string | null;
  timeZone: string;
  dateFormat: DateFormat;
  clock: Clock;
  /** Pages act on single keys. */
  hasShortcuts: boolean;
  isPlatformAdmin: boolean;
  /** The person proved a second factor in this session. */
  hasSecondFactor: boolean;
  /** The tenants to choose from, by name. */
  tenants: { slug: string; name: string; status: string }[];
}

const PERSON_COLUMNS = `p.user_id as "userId", p.email, p.full_name as "fullName", p.avatar_url as "avatarUrl",
  p.time_zone as "timeZone", f.date_format as "dateFormat", f.clock, p.is_platform_admin as "isPlatformAdmin", p.tenants,
  app.session_has_second_factor($1) as "hasSecondFactor", app.keyboard_shortcuts_of($1) as "hasShortcuts"`;

/** Whose session it is, or null if it has ended. */
export async function findSessionPerson(sessionId: string): Promise<SessionPerson | null> {
  const [row] = await ask<SessionPerson>(
    `select ${PERSON_COLUMNS} from app.session_person($1) p, app.time_format_of($1) f`,
    [sessionId],
    true,
    "bh_session_person",
  );
  return row ?? null;
}

/** In which language the person of a session reads; null where none was chosen, or the session has ended. */
export async function findSessionLocale(sessionId: string): Promise<string | null> {
  const [row] = await ask<{ locale: string | null }>("select app.locale_of($1) as locale", [sessionId], true);
  return row?.locale ?? null;
}

export interface SessionGrant {
  tenantId: string;
  tenantName: string;
  tenantStatus: string;
  userId: string;
  membershipId: string;
  permissions: Set<Permission>;
  accountIds: string[] | null;
  /** Null while the rights are being changed. */
  passId: string | null;
}

/** By what a session comes: each has a switch of its own. */
export type SessionWay = "dashboard" | "api";

const GRANT_COLUMNS = `a.tenant_id as "tenantId", a.tenant_name as "tenantName", a.tenant_status as "tenantStatus",
  a.user_id as "userId", a.membership_id as "membershipId", a.permissions, a.account_ids as "accountIds", a.pass_id as "passId"`;

type GrantRow = Omit<SessionGrant, "permissions"> & { permissions: string[] };

const grantOf = (row: GrantRow): SessionGrant => ({
  ...row,
  permissions: new Set(row.permissions.filter(isPermission)),
});

/**
 * What a live session may do in a tenant; null without a session or membership. Notes the session's use.
 * @throws AppError `switched_off` where the platform has closed this way to the tenant
 */
export async function findSessionGrant(
  sessionId: string,
  tenantSlug: string,
  way: SessionWay = "dashboard",
): Promise<SessionGrant | null> {
  const [row] = await ask<GrantRow>(
    `select ${GRANT_COLUMNS}
       from app.touch_session($1) as s (id), app.session_actor(s.id, $2, $3) a, app.check_second_factor(s.id, a.tenant_id)`,
    [sessionId, tenantSlug, way],
    true,
    "bh_session_grant",
  );
  return row ? grantOf(row) : null;
}

/**
 * Both of a session, for a page of a tenant: whose it is, and what it may do there; `grant` is null without a membership. Null
 * if the session has ended.
 * @throws AppError `switched_off` where the platform has closed the dashboard to the tenant
 */
export async function findSessionMember(
  sessionId: string,
  tenantSlug: string,
): Promise<{ person: SessionPerson; grant: SessionGrant | null } | null> {
  const [row] = await ask<SessionPerson & { grant: GrantRow | null }>(
    `select ${PERSON_COLUMNS}, g.found as "grant"
       from app.touch_session($1) as s (id) cross join lateral app.session_person(s.id) p
       cross join lateral app.time_format_of(s.id) f
       left join lateral (select (select to_jsonb(r) from (select ${GRANT_COLUMNS}) r) as found
         from app.session_actor(s.id, $2, 'dashboard') a, app.check_second_factor(s.id, a.tenant_id)) g on true`,
    [sessionId, tenantSlug],
    true,
    "bh_session_member",
  );
  if (!row) return null;
  const { grant, ...person } = row;
  return { person, grant: grant && grantOf(grant) };
}

export interface ApiKeyGrant {
  tenantId: string;
  tenantStatus: string;
  apiKeyId: string;
  name: string;
  permissions: Set<Permission>;
  accountIds: string[] | null;
  /** Null while the rights are being changed. */
  passId: string | null;
  state: "live" | "expired" | "revoked";
}

/**
 * What an access key may do, found by its hash; null for an unknown key. Notes the key's use.
 * @throws AppError `switched_off` where the platform has switched the tenant's API off
 */
export async function findApiKeyGrant(keyHash: Uint8Array): Promise<ApiKeyGrant | null> {
  const [row] = await ask<Omit<ApiKeyGrant, "permissions"> & { permissions: string[] }>(
    `select tenant_id as "tenantId", tenant_status as "tenantStatus", api_key_id as "apiKeyId", name, permissions,
       account_ids as "accountIds", pass_id as "passId", state from app.api_key_actor($1)`,
    [Buffer.from(keyHash)],
    true,
  );
  return row ? { ...row, permissions: new Set(row.permissions.filter(isPermission)) } : null;
}

/** Revokes the living key with this hash and leaves its tenant a notice; says nothing, whether or not there is one. */
export async function reportLeakedKey(keyHash: Uint8Array, origin: RequestOrigin): Promise<void> {
  const { ipAddress, userAgent, requestId } = origin;
  await ask(
    "select app.report_leaked_key($1, $2, $3, $4)",
    [Buffer.from(keyHash), ipAddress, userAgent?.slice(0, 500) ?? null, requestId],
    true,
  );
}

/** A tenant's id by its slug, for background work and command-line tools; null if there is none. */
export async function findTenantId(slug: string): Promise<string | null> {
  const [row] = await ask<{ id: string | null }>("select app.find_tenant($1) as id", [slug], true);
  return row?.id ?? null;
}
