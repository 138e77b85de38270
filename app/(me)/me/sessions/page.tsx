import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { env } from "@/lib/env";
import { personPage } from "@/lib/http/page";
import { pageSentence } from "@/lib/http/page-sentence";
import { pageTitle } from "@/lib/http/page-title";
import { listSessions } from "@/lib/sessions/queries";
import { deviceText } from "@/lib/user-agent";
import { EndAllButtons, EndButton } from "./end-buttons";
import { lifetimeText } from "./lifetime-text";
import { SessionRow } from "./session-row";

export const generateMetadata = pageTitle((t) => t("me.sessions"));

export default personPage(async ({ actor, person: { timeZone } }) => {
  const [t, sentence] = await Promise.all([getTranslations("server.me"), pageSentence()]);
  const { items } = await listSessions(actor);
  const { sessionIdleMinutes, sessionLifetimeHours } = env();
  return (
    <Card
      title={t("signedInAt")}
      description={lifetimeText(t, sessionIdleMinutes, sessionLifetimeHours)}
      actions={<EndAllButtons others={items.filter(({ is_current }) => !is_current).length} />}
      flush
    >
      <ul className="divide-y">
        {items.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            timeZone={timeZone}
            badge={session.is_current && <Badge tone="success">{t("thisSession")}</Badge>}
          >
            <EndButton id={session.id} name={sentence(deviceText(session.device))} isCurrent={session.is_current} />
          </SessionRow>
        ))}
      </ul>
    </Card>
  );
});
