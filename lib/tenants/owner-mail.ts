import { INVITATION_DAYS } from "../invitation-token";
import type { Locale } from "../locale";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";

interface OwnerWords {
  tenantName: string;
  /** What the person is called; null: unknown. */
  ownerName: string | null;
  /** The platform admin who invites. */
  inviterName: string;
  link: string;
}

/** The mail to the first owner of a tenant; its link is a secret. */
export function ownerMail(
  locale: Locale | null,
  { tenantName: tenant, ownerName, inviterName: inviter, link }: OwnerWords,
) {
  const texts = mailTexts(locale);
  const { t } = texts;
  const { text, html } = layOutMail(texts, {
    heading: t("owner.heading", { tenant }),
    paragraphs: [
      ...(ownerName ? [t("owner.hello", { name: ownerName })] : []),
      t("owner.text", { inviter, tenant }),
      t("owner.about"),
    ],
    link: { label: t("invitation.accept"), href: link },
    remarks: [t("invitation.serves", { days: INVITATION_DAYS }), t("invitation.unexpected")],
  });
  // A line break in a tenant's name would end the subject.
  const subject = t("owner.subject", { inviter, tenant }).replace(/\s+/g, " ").slice(0, 300);
  return { subject, text, html };
}
