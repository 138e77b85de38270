import type { TestDatabase } from "./database";
import { asOwner } from "./fixtures";

interface StoredMail {
  id: string;
  kind: string;
  subject: string;
  status: string;
  body_text: string;
  body_html: string | null;
}

/** The mails to an address, oldest first, as they are stored: with their bodies, which only the outbox shows. */
export async function mailsTo(database: TestDatabase, recipient: string): Promise<StoredMail[]> {
  return asOwner(
    database,
    "select id, kind, subject, status, body_text, body_html from mails where recipient = $1 order by id",
    [recipient],
  );
}

/** The first address in a mail's text. */
export function linkIn({ body_text }: Pick<StoredMail, "body_text">): URL {
  const [link] = /https?:\/\/\S+/.exec(body_text) ?? [];
  if (!link) throw new Error("there is no link in the mail");
  return new URL(link);
}
