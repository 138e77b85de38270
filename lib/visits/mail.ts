import { env } from "../env";
import type { JobInput } from "../job-names";
import { layOutMail } from "../mail-layout";
import { systemActor } from "../system-actor";
import { findNoticeReaders, queueMail, type ReadClient, tenantWrite } from "../tenant-db";
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
    const mail = { ...wordsOf(visit, tenant), kind: "visit_asks" };
    for (const { email } of await findAnswerers(db, visited_tenant_id)) await queueMail(db, { ...mail, to: email });
  });
}

/** People who may change the tenant's settings, and so answer for it. */
function findAnswerers(db: ReadClient, tenantId: string): Promise<{ email: string }[]> {
  return findNoticeReaders(db, { tenantId, kind: "visit_asks", permission: "settings:write", accountId: null });
}

function wordsOf(visit: Visit, tenant: { slug: string; name: string }) {
  const subject = `${visit.admin.name} asks to step into ${tenant.name}`;
  return {
    subject,
    ...layOutMail({
      heading: subject,
      paragraphs: [
        `${visit.admin.name} runs the platform and asks to look at ${tenant.name} for ${visit.minutes} minutes.`,
        `Why: ${visit.reason}`,
      ],
      link: { label: "Agree or decline", href: `${env().appUrl}/${tenant.slug}/settings/security#visits` },
      remarks: [
        "A visit only reads, shows no personal data of customers in full, and is in your audit log. Whoever answers first " +
          "answers; if nobody does within 24 hours, there is no visit.",
      ],
    }),
  };
}
