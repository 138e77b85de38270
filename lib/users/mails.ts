import { env } from "../env";
import { layOutMail, type MailWords } from "../mail-layout";
import type { NewMail } from "../tenant-db";

// Mails that tell a person what the platform's admins did to the account. Why they did is between them and their log.

type Words = Omit<NewMail, "to">;

/** How long a mailed link to a new password serves. */
export const RESET_LIFETIME_MINUTES = 30;

const QUESTIONS =
  "If you did not expect this, ask whoever runs your tenant, or answer to the people who run the platform.";

function words(kind: string, subject: string, mail: Omit<MailWords, "heading">): Words {
  return { kind, subject, ...layOutMail({ heading: subject, remarks: [QUESTIONS], ...mail }) };
}

const signInLink = () => ({ label: "Sign in", href: `${env().appUrl}/sign-in` });

export function deactivatedMail(): Words {
  return words("user_deactivated", "Your Bulkhead account was deactivated", {
    paragraphs: [
      "An administrator of the platform deactivated your account. You have been signed out everywhere, and signing in is not possible until the account is reactivated.",
    ],
  });
}

export function reactivatedMail(): Words {
  return words("user_reactivated", "Your Bulkhead account is active again", {
    paragraphs: ["An administrator of the platform reactivated your account. You can sign in as before."],
    link: signInLink(),
  });
}

export function sessionsEndedMail(ended: number): Words {
  return words("user_sessions_ended", "You were signed out of Bulkhead", {
    paragraphs: [
      `An administrator of the platform ended ${ended === 1 ? "one of your sessions" : `${ended} of your sessions`}. Your password and your rights are as they were.`,
    ],
    link: signInLink(),
  });
}

export function secondFactorResetMail(): Words {
  return words("second_factor_reset", "Two-step sign-in was taken off your account", {
    paragraphs: [
      "An administrator of the platform removed the authenticator app from your account, and its recovery codes with it. You have been signed out everywhere.",
      "Until you set up a new one, your password alone is enough to sign in. Set one up right after your next sign-in.",
    ],
    link: { label: "Set up two-step sign-in", href: `${env().appUrl}/me/security` },
  });
}

/** @param token opens a new password, once: it is in this mail and nowhere else */
export function passwordResetMail(token: string): Words {
  return words("password_reset", "Choose a new password for Bulkhead", {
    paragraphs: [
      "An administrator of the platform sends you this link, by which you choose a new password. Until you do, your old one stays.",
    ],
    link: { label: "Choose a new password", href: `${env().appUrl}/reset-password?token=${token}` },
    remarks: [`The link serves once, for ${RESET_LIFETIME_MINUTES} minutes.`, QUESTIONS],
  });
}
