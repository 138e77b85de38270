import type { PersonActor, RequestOrigin } from "../actor";
import { AppError, fieldError } from "../errors";
import { hashInvitationToken } from "../invitation-token";
import type { AcceptAsNewInput, AcceptInvitationInput } from "../invitations/schema";
import { invited } from "../tenant-db";
import { hashPassword, passwordProblem } from "./passwords";

/** What whoever holds a link is shown. */
export type FoundInvitation = invited.FoundInvitation;

/** Where to go after joining. */
export interface Joined {
  tenant_slug: string;
  email: string;
}

/** What whoever holds a link is shown; null for a link that nobody sent. */
export async function findInvitation(token: string): Promise<FoundInvitation | null> {
  return invited.findInvitation(hashInvitationToken(token));
}

/**
 * Makes a member of whoever is signed in. Of two attempts at once one succeeds.
 * @throws AppError `conflict` that says why the invitation cannot be accepted; `forbidden` for somebody else's address
 */
export async function acceptInvitation(actor: PersonActor, { token }: AcceptInvitationInput): Promise<Joined> {
  const found = await requireInvitation(token);
  const outcome = await invited.acceptInvitation(hashInvitationToken(token), actor.sessionId, actor);
  return joined(found, outcome);
}

/**
 * Makes the invited person, with the password that is given, and then a member.
 * @throws AppError `validation_error` that names `password`; `conflict` that says why the invitation cannot be accepted
 */
export async function acceptInvitationAsNew(input: AcceptAsNewInput, origin: RequestOrigin): Promise<Joined> {
  const found = await requireInvitation(input.token);
  const problem = passwordProblem(input.password, found.email);
  if (problem) throw fieldError("password", problem);
  const passwordHash = await hashPassword(input.password);
  const tokenHash = hashInvitationToken(input.token);
  return joined(found, await invited.acceptInvitationAsNew(tokenHash, input.full_name, passwordHash, origin));
}

async function requireInvitation(token: string): Promise<FoundInvitation> {
  const found = await findInvitation(token);
  if (!found) throw new AppError("not_found", "This link leads to no invitation");
  return found;
}

const REFUSALS: Readonly<Record<Exclude<invited.AcceptOutcome, "joined">, () => AppError>> = {
  unknown: () => new AppError("not_found", "This link leads to no invitation"),
  other_person: () => new AppError("forbidden", "This invitation is for another e-mail address than yours"),
  already_member: () => new AppError("conflict", "You are a member already"),
  has_person: () => new AppError("conflict", "Somebody with this address is known here: sign in to accept"),
  accepted: () => new AppError("conflict", "This invitation was accepted already"),
  revoked: () => new AppError("conflict", "This invitation was taken back"),
  expired: () => new AppError("conflict", "This invitation has expired: ask for a new one"),
  suspended: () => new AppError("conflict", "This tenant is suspended at the moment"),
  void: () => new AppError("conflict", "Whoever invited you could not give this any more: ask for a new invitation"),
};

function joined(found: FoundInvitation, outcome: invited.AcceptOutcome): Joined {
  if (outcome !== "joined") throw REFUSALS[outcome]();
  return { tenant_slug: found.tenant_slug, email: found.email };
}
