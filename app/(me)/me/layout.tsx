import { getTranslations } from "next-intl/server";
import { DashboardShell } from "@/app/(dashboard)/[tenant]/dashboard-shell";
import { DemoBanner } from "@/components/shell/demo-banner";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import { personPage } from "@/lib/http/page";
import { pictureHref } from "@/lib/profile/names";
import { AccountTabs } from "./account-tabs";
import { placesOf } from "./places";
import { accountLinks } from "./tabs";

/** A person's own account: in no tenant, so the sidebar leads to where the person works. */
export default personPage(async ({ person, children }) => {
  const [t, tShared] = await Promise.all([getTranslations("server.me"), getTranslations("client.me")]);
  const places = placesOf(t, person);
  return (
    <DashboardShell
      sections={places.length > 0 ? [{ label: t("whereYouWork"), items: places }] : []}
      tenant={{
        current: t("title"),
        tenants: places.filter(({ icon }) => icon === "tenants").map(({ label: name, href }) => ({ name, href })),
      }}
      user={{ name: person.fullName, email: person.email, picture: pictureHref(person) }}
      links={accountLinks(tShared)}
      command={{ home: null, variant: "tenant", searchHref: null, entriesHref: null }}
      hasShortcuts={person.hasShortcuts}
      timeFormat={{ dateFormat: person.dateFormat, clock: person.clock }}
      banner={env().demoMode && <DemoBanner />}
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-5">
        <div>
          <PageHeader title={t("title")} description={person.email} />
          <AccountTabs />
        </div>
        {children}
      </div>
    </DashboardShell>
  );
});
