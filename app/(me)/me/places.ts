import type { NavItem } from "@/components/shell/nav";
import type { Texts } from "@/lib/messages/texts";

/** The tenants that a person works in, and the platform's admin section for its staff. */
export function placesOf(
  t: Texts<"server.me">,
  person: {
    isPlatformAdmin: boolean;
    tenants: readonly { slug: string; name: string; status: string }[];
  },
): NavItem[] {
  const tenants = person.tenants
    .filter(({ status }) => status === "active")
    .map(({ slug, name }): NavItem => ({ label: name, href: `/${slug}`, icon: "tenants" }));
  return person.isPlatformAdmin ? [...tenants, { label: t("platform"), href: "/admin", icon: "system" }] : tenants;
}
