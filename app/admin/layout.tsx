import { getLocale, getTranslations } from "next-intl/server";
import { ListPreferences } from "@/app/_lists/list-preferences";
import { DashboardShell } from "@/app/(dashboard)/[tenant]/dashboard-shell";
import { accountLinks } from "@/app/(me)/me/tabs";
import { MessagesProvider } from "@/components/locale/messages-provider";
import { DemoBanner } from "@/components/shell/demo-banner";
import type { NavSection } from "@/components/shell/nav";
import { personActor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { adminPage } from "@/lib/http/page";
import { listListPreferences } from "@/lib/list-preferences/queries";
import type { Texts } from "@/lib/messages/texts";
import { pictureHref } from "@/lib/profile/names";

/** Pages of the admin section. Whoever is no platform admin gets "not found" from each of them. */
function sectionsOf(t: Texts<"server.platform">): NavSection[] {
  return [
    {
      items: [
        { label: t("nav.overview"), href: "/admin", icon: "overview", exact: true },
        { label: t("nav.search"), href: "/admin/search", icon: "search" },
      ],
    },
    {
      label: t("nav.customers"),
      items: [
        { label: t("nav.tenants"), href: "/admin/tenants", icon: "tenants" },
        { label: t("nav.templates"), href: "/admin/templates", icon: "templates" },
        { label: t("nav.users"), href: "/admin/users", icon: "users" },
        { label: t("nav.visits"), href: "/admin/visits", icon: "visits" },
      ],
    },
    {
      label: t("nav.platform"),
      items: [
        { label: t("nav.auditLogs"), href: "/admin/audit-logs", icon: "auditLogs" },
        { label: t("nav.mail"), href: "/admin/mail", icon: "mail" },
        { label: t("nav.system"), href: "/admin/system", icon: "system" },
      ],
    },
  ];
}

export default adminPage(async ({ person, children }) => {
  const t = await getTranslations("server.platform");
  const { items: preferences } = await listListPreferences(await personActor());
  return (
    <MessagesProvider locale={await getLocale()} section="admin">
      <DashboardShell
        variant="admin"
        sections={sectionsOf(t)}
        tenant={{
          current: t("title"),
          tenants: person.tenants
            .filter(({ status }) => status === "active")
            .map(({ slug, name }) => ({ name, href: `/${slug}` })),
        }}
        user={{ name: person.fullName, email: person.email, picture: pictureHref(person) }}
        links={accountLinks(await getTranslations("client.me"))}
        command={{ home: "/admin", variant: "admin", searchHref: null, entriesHref: null }}
        hasShortcuts={person.hasShortcuts}
        timeFormat={{ dateFormat: person.dateFormat, clock: person.clock }}
        banner={env().demoMode && <DemoBanner />}
      >
        <ListPreferences items={preferences}>{children}</ListPreferences>
      </DashboardShell>
    </MessagesProvider>
  );
});
