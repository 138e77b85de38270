"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuContent, MenuItem, MenuLink, MenuSeparator, MenuTrigger } from "@/components/ui/menu";

export interface ShellUser {
  name: string;
  email: string;
  /** Address of the person's picture; null: there is none. */
  picture: string | null;
}

export interface UserMenuProps {
  user: ShellUser;
  links?: readonly { label: string; href: string }[];
  /** Ends the session and leaves the page. */
  signOut: () => Promise<void>;
}

/** Who is signed in, and the way out. */
export function UserMenu({ user, links = [], signOut }: UserMenuProps) {
  const t = useTranslations("client.shell");
  // Where it fails the page says so.
  const [, startTransition] = useTransition();
  return (
    <Menu>
      <MenuTrigger aria-label={t("signedInAs", { name: user.name })} className="rounded-full">
        <Avatar name={user.name} src={user.picture} />
      </MenuTrigger>
      <MenuContent align="end" className="min-w-56">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted-foreground text-xs">{user.email}</p>
        </div>
        <MenuSeparator />
        {links.map((link) => (
          <MenuLink key={link.href} href={link.href} icon={<Icon name="user-round" />}>
            {link.label}
          </MenuLink>
        ))}
        <MenuItem icon={<Icon name="log-out" />} onClick={() => startTransition(signOut)}>
          {t("signOut")}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
