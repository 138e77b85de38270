import type { RequestOrigin } from "../actor";
import { env } from "../env";
import { layOutMail } from "../mail-layout";
import type { NewMail } from "../tenant-db";

// Mails that tell a person what happened to the own account. None of them holds a secret.

type Words = Pick<NewMail, "subject" | "text" | "html">;

const securityLink = () => ({ label: "Look at your security settings", href: `${env().appUrl}/me/security` });

const NOT_ME =
  "If this was not you, choose a new password by “Forgot your password?” on the sign-in page: that ends all sessions.";

function words(subject: string, paragraphs: string[], link = securityLink()): Words {
  return { subject, ...layOutMail({ heading: subject, paragraphs, link, remarks: [NOT_ME] }) };
}

/** The time now, the address and the browser, a line each. */
function circumstances({ ipAddress, userAgent }: RequestOrigin): string[] {
  const time = new Date().toISOString().slice(0, 16).replace("T", " ");
  return [
    `Time: ${time} UTC`,
    `Address: ${ipAddress ?? "unknown"}`,
    `Browser: ${userAgent?.slice(0, 200) ?? "unknown"}`,
  ];
}

/** Of a session from a browser or address that was not seen before. */
export function newSignInMail(origin: RequestOrigin): Words {
  return words(
    "New sign-in to your Bulkhead account",
    [
      "Somebody signed in to your account from a browser or address that was not seen before.",
      ...circumstances(origin),
    ],
    { label: "Look at your sessions", href: `${env().appUrl}/me/sessions` },
  );
}

/** Of a new password, by whatever way. */
export function passwordChangedMail(origin: RequestOrigin): Words {
  return words("Your Bulkhead password was changed", [
    "The password of your account was changed. Everybody who was signed in with it elsewhere has been signed out.",
    ...circumstances(origin),
  ]);
}

const FACTOR_CHANGES = {
  added: ["Two-step sign-in is on", "From now on signing in to your account takes a code of your authenticator app."],
  removed: [
    "Two-step sign-in is off",
    "Signing in to your account takes no code any more: the password alone is enough.",
  ],
  recovery_codes: [
    "New recovery codes",
    "The recovery codes of your account were made anew. The former ones serve no more.",
  ],
} as const;

/** Of a change to the second factor. */
export function secondFactorMail(change: keyof typeof FACTOR_CHANGES, origin: RequestOrigin): Words {
  const [subject, sentence] = FACTOR_CHANGES[change];
  return words(subject, [sentence, ...circumstances(origin)]);
}
