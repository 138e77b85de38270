import type { Metadata } from "next";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { env } from "@/lib/env";
import { personPage } from "@/lib/http/page";
import { listSessions } from "@/lib/sessions/queries";
import { deviceText } from "@/lib/user-agent";
import { EndAllButtons, EndButton } from "./end-buttons";
import { lifetimeText } from "./lifetime-text";
import { SessionRow } from "./session-row";

export const metadata: Metadata = { title: "Sessions" };

export default personPage(async ({ actor, person: { timeZone } }) => {
  const { items } = await listSessions(actor);
  const { sessionIdleMinutes, sessionLifetimeHours } = env();
  return (
    <Card
      title="Where you are signed in"
      description={lifetimeText(sessionIdleMinutes, sessionLifetimeHours)}
      actions={<EndAllButtons others={items.filter(({ is_current }) => !is_current).length} />}
      flush
    >
      <ul className="divide-y">
        {items.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            timeZone={timeZone}
            badge={session.is_current && <Badge tone="success">This session</Badge>}
          >
            <EndButton id={session.id} name={deviceText(session.device)} isCurrent={session.is_current} />
          </SessionRow>
        ))}
      </ul>
    </Card>
  );
});
