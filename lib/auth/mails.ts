import type { RequestOrigin } from "../actor";
import { env } from "../env";
import type { Locale } from "../locale";
import { layOutMail } from "../mail-layout";
import { type MailTexts, mailTexts } from "../messages/mail-texts";
import type { NewMail } from "../tenant-db";

// Mails that tell a person what happened to the own account, in the language that the person chose. None of them holds a
// secret.

type Words = Pick<NewMail, "subject" | "text" | "html">;

const securityLink = ({ t }: MailTexts) => ({ label: t("security.settings"), href: `${env().appUrl}/me/security` });

function words(texts: MailTexts, subject: string, paragraphs: string[], link = securityLink(texts)): Words {
  const remarks = [texts.t("security.notMe")];
  return { subject, ...layOutMail(texts, { heading: subject, paragraphs, link, remarks }) };
}

/** The time now, the address and the browser, a line each. */
function circumstances({ t }: MailTexts, { ipAddress, userAgent }: RequestOrigin): string[] {
  const unknown = t("security.unknown");
  return [
    t("security.time", { time: new Date().toISOString().slice(0, 16).replace("T", " ") }),
    t("security.address", { address: ipAddress ?? unknown }),
    t("security.browser", { browser: userAgent?.slice(0, 200) ?? unknown }),
  ];
}

/** Of a session from a browser or address that was not seen before. */
export function newSignInMail(locale: Locale | null, origin: RequestOrigin): Words {
  const texts = mailTexts(locale);
  const { t } = texts;
  return words(
    texts,
    t("security.newSignIn.subject"),
    [t("security.newSignIn.text"), ...circumstances(texts, origin)],
    { label: t("security.sessions"), href: `${env().appUrl}/me/sessions` },
  );
}

/** Of a new password, by whatever way. */
export function passwordChangedMail(locale: Locale | null, origin: RequestOrigin): Words {
  return securityMail(locale, "passwordChanged", origin);
}

/** Of a change to the second factor. */
export function secondFactorMail(
  locale: Locale | null,
  change: "added" | "removed" | "recoveryCodes",
  origin: RequestOrigin,
): Words {
  return securityMail(locale, change, origin);
}

function securityMail(
  locale: Locale | null,
  change: "passwordChanged" | "added" | "removed" | "recoveryCodes",
  origin: RequestOrigin,
): Words {
  const texts = mailTexts(locale);
  const paragraphs = [texts.t(`security.${change}.text`), ...circumstances(texts, origin)];
  return words(texts, texts.t(`security.${change}.subject`), paragraphs);
}
