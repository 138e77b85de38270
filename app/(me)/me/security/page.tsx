import type { Metadata } from "next";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { nextPath } from "@/lib/auth/next-path";
import { getSecondFactor } from "@/lib/auth/own-security";
import { env } from "@/lib/env";
import { personPage } from "@/lib/http/page";
import { getSignInWays } from "@/lib/profile/queries";
import { PasswordCard } from "./password-card";
import { SecondFactorCard } from "./second-factor-card";

export const metadata: Metadata = { title: "Security" };

export default personPage(async ({ actor, person: { timeZone }, searchParams }) => {
  const [ways, factor] = await Promise.all([getSignInWays(actor), getSecondFactor(actor)]);
  const isRequired = searchParams.required === "second-factor" && factor.on_since === null;
  return (
    <>
      {isRequired && (
        <Alert tone="warning" title="Set up two-step sign-in to go on">
          The place you want to go to lets in only those who sign in with a second step.
        </Alert>
      )}
      <SecondFactorCard state={factor} timeZone={timeZone} next={nextPath(searchParams.next, env().appUrl)} />
      {factor.has_password && <PasswordCard email={ways.email} />}
      <Card title="Ways to sign in">
        <DescriptionList>
          <DescriptionItem term="E-mail">{ways.email}</DescriptionItem>
          <DescriptionItem term="Password">
            {ways.password_changed_at ? (
              <>
                Last changed <Timestamp value={ways.password_changed_at} timeZone={timeZone} zoneShown />
              </>
            ) : (
              "None: “Forgot your password?” on the sign-in page brings you one"
            )}
          </DescriptionItem>
          <DescriptionItem term="Google">{ways.has_google ? "Connected" : "Not connected"}</DescriptionItem>
          <DescriptionItem term="Last sign-in">
            {ways.last_login && <Timestamp value={ways.last_login} timeZone={timeZone} zoneShown />}
          </DescriptionItem>
        </DescriptionList>
      </Card>
    </>
  );
});
