import { ACCOUNT_LINKS } from "@/app/(me)/me/tabs";
import { DemoBanner } from "@/components/shell/demo-banner";
import { env } from "@/lib/env";
import { tenantPage } from "@/lib/http/page";
import { DashboardShell } from "./dashboard-shell";
import { navigationOf } from "./navigation";

export default tenantPage(({ actor, tenant, person, children }) => (
  <DashboardShell
    sections={navigationOf(tenant.slug, actor.permissions)}
    tenant={{
      current: tenant.name,
      tenants: person.tenants
        .filter(({ status }) => status === "active")
        .map(({ slug, name }) => ({ name, href: `/${slug}` })),
    }}
    user={{ name: person.fullName, email: person.email }}
    links={ACCOUNT_LINKS}
    timeFormat={{ dateFormat: person.dateFormat, clock: person.clock }}
    banner={env().demoMode && <DemoBanner />}
  >
    {children}
  </DashboardShell>
));
