import { env } from "../env";
import type { Locale } from "../locale";
import { layOutMail, type MailWords } from "../mail-layout";
import { type MailTexts, mailTexts } from "../messages/mail-texts";
import type { NewMail } from "../tenant-db";

// Mails that tell a person what the platform's admins did to the account, in the language that the person chose. Why they
// did is between them and their log.

type Words = Omit<NewMail, "to">;

/** How long a mailed link to a new password serves. */
export const RESET_LIFETIME_MINUTES = 30;

function words(kind: string, texts: MailTexts, subject: string, mail: Omit<MailWords, "heading">): Words {
  const remarks = [texts.t("byAdmin.questions")];
  return { kind, subject, ...layOutMail(texts, { heading: subject, remarks, ...mail }) };
}

const signInLink = ({ t }: MailTexts) => ({ label: t("byAdmin.signIn"), href: `${env().appUrl}/sign-in` });

export function deactivatedMail(locale: Locale | null): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words("user_deactivated", texts, t("byAdmin.deactivated.subject"), {
    paragraphs: [t("byAdmin.deactivated.text")],
  });
}

export function reactivatedMail(locale: Locale | null): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words("user_reactivated", texts, t("byAdmin.reactivated.subject"), {
    paragraphs: [t("byAdmin.reactivated.text")],
    link: signInLink(texts),
  });
}

export function sessionsEndedMail(locale: Locale | null, ended: number): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words("user_sessions_ended", texts, t("byAdmin.sessionsEnded.subject"), {
    paragraphs: [t("byAdmin.sessionsEnded.text", { count: ended })],
    link: signInLink(texts),
  });
}

export function secondFactorResetMail(locale: Locale | null): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words("second_factor_reset", texts, t("byAdmin.secondFactorReset.subject"), {
    paragraphs: [t("byAdmin.secondFactorReset.text"), t("byAdmin.secondFactorReset.next")],
    link: { label: t("byAdmin.secondFactorReset.setUp"), href: `${env().appUrl}/me/security` },
  });
}

/** @param token opens a new password, once: it is in this mail and nowhere else */
export function passwordResetMail(locale: Locale | null, token: string): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words("password_reset", texts, t("passwordReset.subject"), {
    paragraphs: [t("passwordReset.byAdmin")],
    link: { label: t("passwordReset.choose"), href: `${env().appUrl}/reset-password?token=${token}` },
    remarks: [t("passwordReset.serves", { minutes: RESET_LIFETIME_MINUTES }), t("byAdmin.questions")],
  });
}
