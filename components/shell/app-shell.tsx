import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import { KEYS_OFF } from "../command/single-key";
import { FocusKeeper } from "./focus-keeper";
import { MAIN_ID } from "./main-id";
import { MobileNav } from "./mobile-nav";
import { Nav, type NavSection } from "./nav";
import { TenantSwitcher, type TenantSwitcherProps } from "./tenant-switcher";
import { ThemeToggle } from "./theme-toggle";
import { UserMenu, type UserMenuProps } from "./user-menu";

export interface AppShellProps extends UserMenuProps {
  sections: readonly NavSection[];
  tenant: TenantSwitcherProps;
  /** The platform's admin section has an edge and a badge of its own, so that nobody takes it for a tenant. */
  variant?: "tenant" | "admin";
  /** Above everything: a `DemoBanner`. */
  banner?: ReactNode;
  /** In the top bar, at its beginning: the button of the command menu. */
  topBar?: ReactNode;
  /** In the top bar, before the theme: what is new. */
  bell?: ReactNode;
  /** Pages act on single keys; false where the person has switched them off. */
  hasShortcuts?: boolean;
  children: ReactNode;
}

/** Sidebar, top bar and the page. What they show arrives as props; nothing is decided here. */
export function AppShell(props: AppShellProps) {
  const { sections, tenant, variant = "tenant", banner, topBar, bell, hasShortcuts, children, ...userMenu } = props;
  const t = useTranslations("client.shell");
  const isAdmin = variant === "admin";
  const switcher = <TenantSwitcher {...tenant} />;
  return (
    <div
      className={cn("flex min-h-dvh flex-col", banner && "[--banner-height:1.75rem]")}
      {...(hasShortcuts === false && KEYS_OFF)}
    >
      {banner}
      <div className="flex flex-1">
        <aside className="sticky top-(--banner-height,0rem) hidden h-[calc(100dvh-var(--banner-height,0rem))] w-sidebar shrink-0 flex-col border-e bg-surface lg:flex">
          <div className="flex h-topbar shrink-0 items-center border-b px-2">{switcher}</div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <Nav sections={sections} />
          </div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <header
            className={cn(
              "sticky top-(--banner-height,0rem) z-30 flex h-topbar shrink-0 items-center gap-2 border-b bg-surface px-4 sm:px-6",
              isAdmin && "border-t-2 border-t-warning-text",
            )}
          >
            <MobileNav sections={sections} header={switcher} />
            <div className="flex min-w-0 flex-1 items-center gap-2">
              {isAdmin && <Badge tone="warning">{t("platformAdmin")}</Badge>}
              {topBar}
            </div>
            {bell}
            <ThemeToggle />
            <UserMenu {...userMenu} />
          </header>
          <FocusKeeper />
          <main id={MAIN_ID} tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
