import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { personPage } from "@/lib/http/page";
import { getSignInWays } from "@/lib/profile/queries";

export const metadata: Metadata = { title: "Security" };

export default personPage(async ({ actor, person: { timeZone } }) => {
  const ways = await getSignInWays(actor);
  return (
    <Card title="Ways to sign in">
      <DescriptionList>
        <DescriptionItem term="E-mail">{ways.email}</DescriptionItem>
        <DescriptionItem term="Password">
          {ways.password_changed_at ? (
            <>
              Last changed <Timestamp value={ways.password_changed_at} timeZone={timeZone} zoneShown />
            </>
          ) : (
            "None"
          )}
        </DescriptionItem>
        <DescriptionItem term="Google">{ways.has_google ? "Connected" : "Not connected"}</DescriptionItem>
        <DescriptionItem term="Last sign-in">
          {ways.last_login && <Timestamp value={ways.last_login} timeZone={timeZone} zoneShown />}
        </DescriptionItem>
      </DescriptionList>
    </Card>
  );
});
