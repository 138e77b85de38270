import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { mailTexts } from "../messages/mail-texts";
import { systemActor } from "../system-actor";
import { type Addressee, findNoticeReaders, queueMail, type ReadClient, tenantWrite } from "../tenant-db";
import { readVisit } from "./queries";
import type { Visit } from "./schema";

/** Job `visits.ask`: tells by mail who may answer for the tenant that a platform admin waits for its word. */
export async function askAboutVisitByMail({ visited_tenant_id, visit_id }: JobInput<"visits.ask">): Promise<void> {
  const actor = systemActor(visited_tenant_id, "visits.ask");
  await tenantWrite(actor, "settings:write", "visits.ask", async (db) => {
    const visit = await readVisit(db, actor, visit_id);
    // Somebody may have answered before the queue came to this.
    if (visit.state !== "waiting") return;
    const tenant = await db.tenant.findFirstOrThrow({
      where: { id: visited_tenant_id },
      select: { slug: true, name: true },
    });
    for (const { email, locale } of await findAnswerers(db, visited_tenant_id))
      await queueMail(db, { to: email, kind: "visit_asks", ...wordsOf(locale, visit, tenant) });
  });
}

/** People who may change the tenant's settings, and so answer for it. */
function findAnswerers(db: ReadClient, tenantId: string): Promise<Addressee[]> {
  return findNoticeReaders(db, { tenantId, kind: "visit_asks", permission: "settings:write", accountId: null });
}

function wordsOf(locale: Addressee["locale"], visit: Visit, tenant: { slug: string; name: string }) {
  const texts = mailTexts(locale);
  const { t } = texts;
  const named = { admin: visit.admin.name, tenant: tenant.name };
  const subject = t("visit.subject", named);
  return {
    subject,
    ...layOutMail(texts, {
      heading: subject,
      paragraphs: [t("visit.text", { ...named, minutes: visit.minutes }), t("visit.why", { reason: visit.reason })],
      link: { label: t("visit.answer"), href: `${env().appUrl}/${tenant.slug}/settings/security#visits` },
      remarks: [t("visit.onlyReads")],
    }),
  };
}
