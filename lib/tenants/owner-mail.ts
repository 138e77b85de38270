import { INVITATION_DAYS } from "../invitation-token";
import { layOutMail } from "../mail-layout";

interface OwnerWords {
  tenantName: string;
  /** What the person is called; null: unknown. */
  ownerName: string | null;
  /** The platform admin who invites. */
  inviterName: string;
  link: string;
}

/** The mail to the first owner of a tenant; its link is a secret. */
export function ownerMail({ tenantName, ownerName, inviterName, link }: OwnerWords) {
  const { text, html } = layOutMail({
    heading: `${tenantName} is ready on Bulkhead`,
    paragraphs: [
      ...(ownerName ? [`Hello ${ownerName},`] : []),
      `${inviterName} of Bulkhead has set up ${tenantName} and invites you to be its owner: you see and change everything in it, and invite your colleagues.`,
      "Bulkhead is where payments, refunds and documents are looked after.",
    ],
    link: { label: "Accept the invitation", href: link },
    remarks: [
      `The link serves for ${INVITATION_DAYS} days, once, and for you alone: do not pass it on.`,
      "If you do not expect this, you need not do anything.",
    ],
  });
  // A line break in a tenant's name would end the subject.
  const subject = `${inviterName} invites you to ${tenantName}`.replace(/\s+/g, " ").slice(0, 300);
  return { subject, text, html };
}
