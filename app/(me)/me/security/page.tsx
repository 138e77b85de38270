import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Timestamp } from "@/components/ui/timestamp";
import { nextPath } from "@/lib/auth/next-path";
import { getSecondFactor } from "@/lib/auth/own-security";
import { env } from "@/lib/env";
import { personPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getSignInWays } from "@/lib/profile/queries";
import { PasswordCard } from "./password-card";
import { SecondFactorCard } from "./second-factor-card";

export const generateMetadata = pageTitle((t) => t("me.security"));

export default personPage(async ({ actor, person: { timeZone }, searchParams }) => {
  const t = await getTranslations("server.me");
  const [ways, factor] = await Promise.all([getSignInWays(actor), getSecondFactor(actor)]);
  const changedAt = ways.password_changed_at;
  const isRequired = searchParams.required === "second-factor" && factor.on_since === null;
  return (
    <>
      {isRequired && (
        <Alert tone="warning" title={t("required")}>
          {t("requiredHelp")}
        </Alert>
      )}
      <SecondFactorCard state={factor} timeZone={timeZone} next={nextPath(searchParams.next, env().appUrl)} />
      {factor.has_password && <PasswordCard email={ways.email} />}
      <Card title={t("ways.title")}>
        <DescriptionList>
          <DescriptionItem term={t("ways.email")}>{ways.email}</DescriptionItem>
          <DescriptionItem term={t("ways.password")}>
            {changedAt
              ? t.rich("ways.passwordChanged", {
                  time: () => <Timestamp value={changedAt} timeZone={timeZone} zoneShown />,
                })
              : t("ways.noPassword")}
          </DescriptionItem>
          <DescriptionItem term="Google">
            {ways.has_google ? t("ways.connected") : t("ways.notConnected")}
          </DescriptionItem>
          <DescriptionItem term={t("ways.lastSignIn")}>
            {ways.last_login && <Timestamp value={ways.last_login} timeZone={timeZone} zoneShown />}
          </DescriptionItem>
        </DescriptionList>
      </Card>
    </>
  );
});
