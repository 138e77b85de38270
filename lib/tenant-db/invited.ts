import type { RequestOrigin } from "../actor";
import { expectedFailure, faultOf, isConflict, isOutage } from "./faults";
import { tenantDoor } from "./pools";
import { withRetry } from "./retry";

// Invited people, who are in no tenant yet. Each calls one narrow SECURITY DEFINER function.

/** @throws AppError `unavailable` when the database stays out of reach */
async function call<T>(text: string, values: readonly unknown[], readOnly: boolean): Promise<T[]> {
  try {
    const { rows } = await withRetry(
      () => tenantDoor().pool.withoutContext(text, values),
      (error) => {
        const fault = faultOf(error, null);
        return fault !== null && (isConflict(fault) || (readOnly && isOutage(fault)));
      },
    );
    return rows as T[];
  } catch (error) {
    throw expectedFailure(error, faultOf(error, null), {}) ?? error;
  }
}

/** Why an invitation cannot be accepted; `void`: whoever invited could not give this any more. */
type InvitationState = "open" | "accepted" | "revoked" | "expired" | "suspended" | "void";

export interface FoundInvitation {
  tenant_slug: string;
  tenant_name: string;
  email: string;
  /** What the person is called, where whoever invited knew it. */
  full_name: string | null;
  /** Null where no person invited. */
  inviter_name: string | null;
  role_names: string[];
  is_restricted: boolean;
  expires_at: Date;
  state: InvitationState;
  /** Somebody with this address is known already, and signs in to accept. */
  has_person: boolean;
}

/** What came of accepting: `joined`, or why not. */
export type AcceptOutcome =
  | "joined"
  | "unknown"
  | "other_person"
  | "already_member"
  | "has_person"
  | Exclude<InvitationState, "open">;

/** What an invited person is shown; null for a secret that nobody gave out. */
export async function findInvitation(tokenHash: Uint8Array): Promise<FoundInvitation | null> {
  const [row] = await call<FoundInvitation>("select * from app.find_invitation($1)", [Buffer.from(tokenHash)], true);
  return row ?? null;
}

/** Accepts for the person of a session. @throws AppError `token_expired` for a session that has ended */
export async function acceptInvitation(
  tokenHash: Uint8Array,
  sessionId: string,
  origin: RequestOrigin,
): Promise<AcceptOutcome> {
  const [row] = await call<{ outcome: AcceptOutcome }>(
    "select app.accept_invitation($1, $2, $3) as outcome",
    [Buffer.from(tokenHash), sessionId, detailsOf(origin)],
    false,
  );
  return row?.outcome ?? "unknown";
}

/** Makes the invited person and accepts. @param passwordHash argon2id */
export async function acceptInvitationAsNew(
  tokenHash: Uint8Array,
  fullName: string,
  passwordHash: string,
  origin: RequestOrigin,
): Promise<AcceptOutcome> {
  const [row] = await call<{ outcome: AcceptOutcome }>(
    "select app.accept_invitation_as_new($1, $2, $3, $4) as outcome",
    [Buffer.from(tokenHash), fullName, passwordHash, detailsOf(origin)],
    false,
  );
  return row?.outcome ?? "unknown";
}

function detailsOf({ requestId, ipAddress, userAgent }: RequestOrigin): string {
  return JSON.stringify({
    action: "invitations.accept",
    request_id: requestId,
    ip_address: ipAddress,
    user_agent: userAgent?.slice(0, 500) ?? null,
  });
}
