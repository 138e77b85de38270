import { env } from "../env";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";
import { type Addressee, findNoticeReaders, queueMail, type WriteClient } from "../tenant-db";

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
  for (const { email, locale } of readers)
    await queueMail(db, { to: email, kind: "webhook_endpoint_off", ...wordsOf(locale, endpoint, tenant) });
}

function wordsOf(
  locale: Addressee["locale"],
  { id, url, isGone, lastError }: SwitchedOff,
  tenant: { slug: string; name: string },
) {
  const texts = mailTexts(locale);
  const { t } = texts;
  const subject = t("webhookOff.subject", { tenant: tenant.name });
  const why = isGone
    ? t("webhookOff.gone", { url })
    : t("webhookOff.failing", { url, error: lastError || t("webhookOff.noAnswer") });
  return {
    subject,
    ...layOutMail(texts, {
      heading: subject,
      paragraphs: [why, t("webhookOff.held")],
      link: { label: t("webhookOff.look"), href: `${env().appUrl}/${tenant.slug}/webhooks/${id}` },
      remarks: [t("webhookOff.mend")],
    }),
  };
}
