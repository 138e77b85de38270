import { INVITATION_DAYS } from "../invitation-token";
import { layOutMail } from "../mail-layout";

interface InvitationWords {
  tenantName: string;
  /** Null where no person invited. */
  inviterName: string | null;
  roleNames: readonly string[];
  link: string;
}

/** The mail of an invitation; its link is a secret. */
export function invitationMail({ tenantName, inviterName, roleNames, link }: InvitationWords) {
  const roles = roleNames.join(", ");
  const { text, html } = layOutMail({
    heading: `Join ${tenantName} on Bulkhead`,
    paragraphs: [
      `${inviterName ?? "Somebody"} invites you to work in ${tenantName}, as ${roles}.`,
      "Bulkhead is where its payments, refunds and documents are looked after.",
    ],
    link: { label: "Accept the invitation", href: link },
    remarks: [
      `The link serves for ${INVITATION_DAYS} days, once, and for you alone: do not pass it on.`,
      "If you do not expect this, you need not do anything.",
    ],
  });
  // A line break in a tenant's name would end the subject.
  const subject = `${inviterName ?? "You are invited"}${inviterName ? " invites you" : ""} to ${tenantName}`;
  return { subject: subject.replace(/\s+/g, " ").slice(0, 300), text, html };
}
