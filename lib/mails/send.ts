import { createTransport } from "nodemailer";
import { env } from "../env";
import type { JobInput } from "../job-names";
import { findMailToSend, type MailOutcome, noteMail } from "../tenant-db";

/** With the queue's waiting times that is most of a day. */
const MOST_TRIES = 12;
const TIMEOUT_MS = 15_000;

/**
 * Sends a mail, or keeps it in the local outbox where no mail server is set. A mail may arrive twice if the process dies
 * between the server's word and our note of it.
 * @throws Error while it is to be tried again
 */
export async function sendMail({ mail_id }: JobInput<"mails.send">): Promise<void> {
  const mail = await findMailToSend(mail_id);
  if (!mail) return;
  const { mail: server } = env();
  if (!server) {
    await noteMail(mail_id, "kept", null, MOST_TRIES);
    return;
  }
  const transport = createTransport({
    url: server.smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Bodies are ours, and read no file or address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { to, subject, text, html } = mail;
    await transport.sendMail({
      from: server.from,
      // As an object it is one address, whatever signs are in it.
      to: { name: "", address: to },
      subject,
      text,
      ...(html !== null && { html }),
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    const { outcome, reason } = failureOf(error);
    const status = await noteMail(mail_id, outcome, reason, MOST_TRIES);
    if (status === "queued") throw new Error(`The mail server did not take a mail: ${reason}`, { cause: error });
    return;
  } finally {
    transport.close();
  }
  await noteMail(mail_id, "sent", null, MOST_TRIES);
}

/** What the mail server says of this mail, rather than of us: with 5xx it is for good. Everything else may pass. */
const ABOUT_THE_MAIL = ["EENVELOPE", "EMESSAGE"];

function failureOf(error: unknown): { outcome: MailOutcome; reason: string } {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const isForGood = ABOUT_THE_MAIL.includes(code ?? "") && responseCode !== undefined && responseCode >= 500;
  // One line, without whatever a server might put after it.
  const reason = (message ?? "unknown").split(/[\r\n]/)[0]?.slice(0, 300) ?? "unknown";
  return { outcome: isForGood ? "failed" : "again", reason };
}
