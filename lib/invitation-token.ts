import { createHash, randomBytes } from "node:crypto";
import { env } from "./env";

/** How long a link serves. */
export const INVITATION_DAYS = 7;

/** The secret of a new link: 256 random bits. */
export function newInvitationToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of it. The secret is random, so a plain hash tells nobody anything. */
export function hashInvitationToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}

/** The address that the mail leads to. */
export function invitationLink(token: string): string {
  return `${env().appUrl}/invitation?token=${token}`;
}
