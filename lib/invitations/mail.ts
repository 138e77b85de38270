import { INVITATION_DAYS } from "../invitation-token";
import type { Locale } from "../locale";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";

interface InvitationWords {
  tenantName: string;
  /** Null where no person invited. */
  inviterName: string | null;
  roleNames: readonly string[];
  link: string;
}

/** The mail of an invitation; its link is a secret. */
export function invitationMail(
  locale: Locale | null,
  { tenantName: tenant, inviterName: inviter, roleNames, link }: InvitationWords,
) {
  const texts = mailTexts(locale);
  const { t } = texts;
  const roles = roleNames.join(", ");
  const { text, html } = layOutMail(texts, {
    heading: t("invitation.heading", { tenant }),
    paragraphs: [
      inviter === null
        ? t("invitation.textOfNobody", { tenant, roles })
        : t("invitation.text", { inviter, tenant, roles }),
      t("invitation.about"),
    ],
    link: { label: t("invitation.accept"), href: link },
    remarks: [t("invitation.serves", { days: INVITATION_DAYS }), t("invitation.unexpected")],
  });
  const subject =
    inviter === null ? t("invitation.subjectOfNobody", { tenant }) : t("invitation.subject", { inviter, tenant });
  // A line break in a tenant's name would end the subject.
  return { subject: subject.replace(/\s+/g, " ").slice(0, 300), text, html };
}
