"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuContent, MenuGroup, MenuLabel, MenuLink, MenuSeparator, MenuTrigger } from "@/components/ui/menu";

export interface TenantChoice {
  name: string;
  href: string;
}

export interface TenantSwitcherProps {
  /** Name of the tenant, or of the section, one is in. */
  current: string;
  tenants: readonly TenantChoice[];
  /** Ways out of the tenants, such as the platform's admin section. */
  others?: readonly TenantChoice[];
}

/** Shows where one is and leads to one's other tenants. */
export function TenantSwitcher({ current, tenants, others = [] }: TenantSwitcherProps) {
  const t = useTranslations("client.shell");
  return (
    <Menu>
      <MenuTrigger
        render={<Button variant="ghost" className="min-w-0 flex-1 justify-start gap-2 px-1.5 text-start" />}
        aria-label={t("switchTenant", { current })}
      >
        <Avatar name={current} square className="size-6" />
        <span className="min-w-0 flex-1 truncate font-semibold">{current}</span>
        <Icon name="chevrons-up-down" className="text-muted-foreground" />
      </MenuTrigger>
      <MenuContent className="min-w-56">
        <MenuGroup>
          <MenuLabel>{t("tenants")}</MenuLabel>
          {tenants.map((tenant) => (
            <MenuLink
              key={tenant.href}
              href={tenant.href}
              icon={<Avatar name={tenant.name} square size="sm" />}
              current={tenant.name === current}
            >
              {tenant.name}
            </MenuLink>
          ))}
        </MenuGroup>
        {others.length > 0 && <MenuSeparator />}
        {others.map((other) => (
          <MenuLink key={other.href} href={other.href} current={other.name === current}>
            {other.name}
          </MenuLink>
        ))}
      </MenuContent>
    </Menu>
  );
}
