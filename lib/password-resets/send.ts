import { createHash, randomBytes } from "node:crypto";
import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";
import { credentials } from "../tenant-db";

/** How long a mailed token serves. */
const LIFETIME_MINUTES = 30;

/**
 * Works off a request for a new password: mails a token to whoever has the address. For an address that nobody has it
 * comes to nothing, out of sight of who asked. The token's hash is kept, the token only mailed.
 */
export async function sendPasswordReset({ reset_id }: JobInput<"passwords.send_reset">): Promise<void> {
  const recipient = await credentials.findPasswordResetRecipient(reset_id);
  if (!recipient) return;
  const texts = mailTexts(recipient.locale);
  const { t } = texts;
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest();
  await credentials.sendPasswordReset(reset_id, hash, LIFETIME_MINUTES * 60, {
    subject: t("passwordReset.subject"),
    ...layOutMail(texts, {
      heading: t("passwordReset.heading"),
      paragraphs: [t("passwordReset.text")],
      link: { label: t("passwordReset.choose"), href: `${env().appUrl}/reset-password?token=${token}` },
      remarks: [t("passwordReset.serves", { minutes: LIFETIME_MINUTES }), t("passwordReset.unexpected")],
    }),
  });
}
