import { getLocale, getTranslations } from "next-intl/server";
import { ListPreferences } from "@/app/_lists/list-preferences";
import { accountLinks } from "@/app/(me)/me/tabs";
import { MessagesProvider } from "@/components/locale/messages-provider";
import { DemoBanner } from "@/components/shell/demo-banner";
import { env } from "@/lib/env";
import { tenantPage } from "@/lib/http/page";
import { readTenantFrame } from "@/lib/http/tenant-frame";
import { personOf } from "@/lib/notices/queries";
import { pictureHref } from "@/lib/profile/names";
import { NoticeBell } from "./_notices/notice-bell";
import { AskingBanner, RefundStopBanner, ViewBanner, VisitBanner } from "./banners";
import { DashboardShell } from "./dashboard-shell";
import { navigationOf } from "./navigation";

export default tenantPage(async ({ actor, tenant, person, children }) => {
  const t = await getTranslations("server.tenant");
  const { unreadNotices, refunds, visits, preferences } = await readTenantFrame(actor);
  return (
    <MessagesProvider locale={await getLocale()} section="dashboard">
      <DashboardShell
        sections={navigationOf((name) => t(`nav.${name}`), tenant.slug, actor.permissions, {
          approvals: refunds.waiting,
        })}
        tenant={{
          current: tenant.name,
          tenants: person.tenants
            .filter(({ status }) => status === "active")
            .map(({ slug, name }) => ({ name, href: `/${slug}` })),
        }}
        user={{ name: person.fullName, email: person.email, picture: pictureHref(person) }}
        links={accountLinks(await getTranslations("client.me"))}
        command={{
          home: `/${tenant.slug}`,
          variant: "tenant",
          searchHref: `/api/dashboard/${tenant.slug}/search`,
          entriesHref: `/api/dashboard/${tenant.slug}/commands`,
        }}
        bell={
          <NoticeBell
            tenantSlug={tenant.slug}
            unread={unreadNotices}
            timeZone={person.timeZone}
            mayMark={personOf(actor) !== null}
          />
        }
        hasShortcuts={person.hasShortcuts}
        timeFormat={{ dateFormat: person.dateFormat, clock: person.clock }}
        banner={env().demoMode && <DemoBanner />}
      >
        {actor.visit && (
          <VisitBanner
            visit={actor.visit}
            adminName={person.fullName}
            tenantName={tenant.name}
            timeZone={person.timeZone}
          />
        )}
        {visits.length > 0 && <AskingBanner tenantSlug={tenant.slug} visits={visits} timeZone={person.timeZone} />}
        {actor.view && (
          <ViewBanner
            tenantSlug={tenant.slug}
            label={actor.view.label}
            endsAt={actor.view.endsAt}
            timeZone={person.timeZone}
          />
        )}
        {refunds.stop && (
          <RefundStopBanner
            tenantSlug={tenant.slug}
            stop={refunds.stop}
            timeZone={person.timeZone}
            mayLift={actor.permissions.has("refunds:approve") && actor.accountIds === null}
          />
        )}
        <ListPreferences items={preferences}>{children}</ListPreferences>
      </DashboardShell>
    </MessagesProvider>
  );
});
