import { getLocale } from "next-intl/server";
import { ListPreferences } from "@/app/_lists/list-preferences";
import { DashboardShell } from "@/app/(dashboard)/[tenant]/dashboard-shell";
import { ACCOUNT_LINKS } from "@/app/(me)/me/tabs";
import { MessagesProvider } from "@/components/locale/messages-provider";
import { DemoBanner } from "@/components/shell/demo-banner";
import type { NavSection } from "@/components/shell/nav";
import { env } from "@/lib/env";
import { adminPage } from "@/lib/http/page";
import { pictureHref } from "@/lib/profile/names";

/** Pages of the admin section. Whoever is no platform admin gets "not found" from each of them. */
const SECTIONS: NavSection[] = [
  {
    items: [
      { label: "Overview", href: "/admin", icon: "overview", exact: true },
      { label: "Search", href: "/admin/search", icon: "search" },
    ],
  },
  {
    label: "Customers",
    items: [
      { label: "Tenants", href: "/admin/tenants", icon: "tenants" },
      { label: "Templates", href: "/admin/templates", icon: "templates" },
      { label: "Users", href: "/admin/users", icon: "users" },
      { label: "Visits", href: "/admin/visits", icon: "visits" },
    ],
  },
  {
    label: "Platform",
    items: [
      { label: "Audit log", href: "/admin/audit-logs", icon: "auditLogs" },
      { label: "Mail", href: "/admin/mail", icon: "mail" },
      { label: "System", href: "/admin/system", icon: "system" },
    ],
  },
];

export default adminPage(async ({ person, children }) => (
  <MessagesProvider locale={await getLocale()} section="admin">
    <DashboardShell
      variant="admin"
      sections={SECTIONS}
      tenant={{
        current: "Platform",
        tenants: person.tenants
          .filter(({ status }) => status === "active")
          .map(({ slug, name }) => ({ name, href: `/${slug}` })),
      }}
      user={{ name: person.fullName, email: person.email, picture: pictureHref(person) }}
      links={ACCOUNT_LINKS}
      command={{ home: "/admin", variant: "admin", searchHref: null, entriesHref: null }}
      hasShortcuts={person.hasShortcuts}
      timeFormat={{ dateFormat: person.dateFormat, clock: person.clock }}
      banner={env().demoMode && <DemoBanner />}
    >
      <ListPreferences>{children}</ListPreferences>
    </DashboardShell>
  </MessagesProvider>
));
