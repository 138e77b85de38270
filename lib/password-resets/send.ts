import { createHash, randomBytes } from "node:crypto";
import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { credentials } from "../tenant-db";

/** How long a mailed token serves. */
const LIFETIME_MINUTES = 30;

/**
 * Works off a request for a new password: mails a token to whoever has the address. For an address that nobody has it
 * comes to nothing, out of sight of who asked. The token's hash is kept, the token only mailed.
 */
export async function sendPasswordReset({ reset_id }: JobInput<"passwords.send_reset">): Promise<void> {
  const email = await credentials.findPasswordResetAddress(reset_id);
  if (email === null) return;
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await credentials.sendPasswordReset(reset_id, hash, LIFETIME_MINUTES * 60, {
    subject: "Choose a new password for Bulkhead",
    ...layOutMail({
      heading: "Choose a new password",
      paragraphs: ["Somebody, we hope you, asked for a new password for your Bulkhead account."],
      link: { label: "Choose a new password", href: `${env().appUrl}/reset-password?token=${token}` },
      remarks: [
        `The link serves once, for ${LIFETIME_MINUTES} minutes.`,
        "If you did not ask for it, you need do nothing: your password stays as it is.",
      ],
    }),
  });
}
