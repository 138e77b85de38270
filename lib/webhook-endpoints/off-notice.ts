import { env } from "../env";
import { layOutMail } from "../mail-layout";
import { findNoticeReaders, queueMail, type WriteClient } from "../tenant-db";

interface SwitchedOff {
  id: string;
  url: string;
  accountId: string | null;
  /** The receiver said itself that it wants no more. */
  isGone: boolean;
  lastError: string;
}

const AUDIENCE = "webhooks:write";

/** Tells those who can mend it that an endpoint was switched off: by a notice, and by mail as each chose. */
export async function tellOfSwitchedOff(db: WriteClient, tenantId: string, endpoint: SwitchedOff): Promise<void> {
  const { id, url, accountId, isGone, lastError } = endpoint;
  const kind = isGone ? "webhook_endpoint_gone" : "webhook_endpoint_failing";
  await db.notice.create({
    data: {
      ...{ tenantId, accountId, audience: AUDIENCE, kind, subjectTable: "webhook_endpoints", subjectId: id },
      details: { url, last_error: lastError },
    },
    select: { id: true },
  });
  const readers = await findNoticeReaders(db, { tenantId, kind, permission: AUDIENCE, accountId });
  if (readers.length === 0) return;
  const tenant = await db.tenant.findFirstOrThrow({ where: { id: tenantId }, select: { slug: true, name: true } });
  const mail = { ...wordsOf(endpoint, tenant), kind: "webhook_endpoint_off" };
  for (const { email } of readers) await queueMail(db, { ...mail, to: email });
}

function wordsOf({ id, url, isGone, lastError }: SwitchedOff, tenant: { slug: string; name: string }) {
  const subject = `A webhook endpoint of ${tenant.name} was switched off`;
  const why = isGone
    ? `${url} answered that it wants no more (410).`
    : `Nothing has arrived at ${url} for three days (${lastError || "no answer"}).`;
  return {
    subject,
    ...layOutMail({
      heading: subject,
      paragraphs: [why, "Nothing is sent there any more. Events that were still waiting are held."],
      link: { label: "Look at the endpoint", href: `${env().appUrl}/${tenant.slug}/webhooks/${id}` },
      remarks: ["Once it is mended, switch it on again there and send what was held."],
    }),
  };
}
