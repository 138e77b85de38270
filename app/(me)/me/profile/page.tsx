import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { offeredLocales } from "@/lib/http/offered-locales";
import { personPage } from "@/lib/http/page";
import { pageTitle } from "@/lib/http/page-title";
import { getProfile } from "@/lib/profile/queries";
import { ProfileForm } from "./profile-form";

export const generateMetadata = pageTitle((t) => t("me.profile"));

export default personPage(async ({ actor }) => {
  const t = await getTranslations("server.me");
  const profile = await getProfile(actor);
  return (
    <Card title={t("profile")}>
      <ProfileForm profile={profile} now={new Date().toISOString()} locales={offeredLocales()} />
    </Card>
  );
});
