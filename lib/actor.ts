import type { IdempotentRequest } from "./idempotency";
import type { Permission } from "./permissions";

/** Where a request came from; every field is shown in the audit log. */
export interface RequestOrigin {
  /** Unique per request, also in logs and in the `X-Request-Id` header. */
  requestId: string;
  ipAddress: string | null;
  userAgent: string | null;
}

interface TenantScope extends RequestOrigin {
  tenantId: string;
  permissions: ReadonlySet<Permission>;
  /**
   * Accounts this actor is restricted to, subtrees already expanded; `null` means all accounts of the tenant.
   * The database works the same list out again from its own rows: this copy only scopes queries (R18).
   */
  accountIds: readonly string[] | null;
  /** The request's idempotency key: what the next `tenantWrite` of this actor does, it does once. */
  idempotency?: IdempotentRequest;
  /** Set for the job that writes an export as whoever asked for it: it reads in one snapshot, and nothing else. */
  exportId?: string;
  /** Set for the job that looks at a watched view as whoever watches it: it reads, and nothing else. */
  watchedViewId?: string;
}

/** The database's note of what an actor may do (`app.passes`). It is gone as soon as any of that changes. */
export interface Pass {
  /** Null once it was found gone: from then on the database checks everything itself. */
  id: string | null;
  /**
   * False while the actor is only remembered from an earlier request: nothing may be answered or refused before the
   * database has confirmed the pass. The door sets it.
   */
  isConfirmed: boolean;
}

/** A member looks at the tenant with somebody else's rights, as far as they are the member's own too. */
export interface ActorView {
  id: string;
  /** Whom it shows, such as “Ann Smith” or “API key Booking engine”. */
  label: string;
  /** ISO 8601. */
  endsAt: string;
}

/** A platform admin who has stepped into a tenant: no member, and there for an hour at most. */
export interface ActorVisit {
  id: string;
  /** Why, in the admin's own words. */
  reason: string;
  /** ISO 8601. */
  endsAt: string;
  /** A second platform admin has agreed that it may write. */
  isWriting: boolean;
  isWritingAsked: boolean;
}

/** A person working in one tenant, with a live session. */
export interface MemberActor extends TenantScope {
  kind: "member";
  userId: string;
  membershipId: string;
  sessionId: string;
  /** Null: none was made, the database checks everything itself. */
  pass: Pass | null;
  /** Set while the person looks through a view: then the actor only reads, and its rights are what both have. */
  view?: ActorView;
  /** Set for a platform admin on a visit: then the membership is none, its id is the visit's, and nothing is its own. */
  visit?: ActorVisit;
}

/** An API consumer with an access key of one tenant. */
export interface ApiKeyActor extends TenantScope {
  kind: "apiKey";
  apiKeyId: string;
  pass: Pass | null;
}

/** Our own background work and command-line tools, inside one tenant. */
export interface SystemActor extends TenantScope {
  kind: "system";
  /** What is running, such as `seed` or `import`. */
  job: string;
}

/** A person of the platform's staff, with a live session; works across tenants only through the platform role. */
export interface PlatformAdminActor extends RequestOrigin {
  kind: "platformAdmin";
  userId: string;
  sessionId: string;
  /** Why this is done: in the audit log beside every change. */
  reason?: string;
}

/** A person at work on what is the own, such as profile and sessions: in no tenant, with a live session. */
export interface PersonActor extends RequestOrigin {
  kind: "person";
  userId: string;
  sessionId: string;
}

/** Who is asking for rows of one tenant. */
export type TenantActor = MemberActor | ApiKeyActor | SystemActor;

export type Actor = TenantActor | PersonActor | PlatformAdminActor;
