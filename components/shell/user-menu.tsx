"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
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
  /** The server action, or the address, that a form posts to for signing out. */
  signOut: string | ((form: FormData) => void | Promise<void>);
}

/** Who is signed in, and the way out. */
export function UserMenu({ user, links = [], signOut }: UserMenuProps) {
  const t = useTranslations("client.shell");
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      {/* Outside of the menu, which is gone before its form could be sent. */}
      <form ref={form} action={signOut} method={typeof signOut === "string" ? "post" : undefined} hidden />
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
          <MenuItem icon={<Icon name="log-out" />} onClick={() => form.current?.requestSubmit()}>
            {t("signOut")}
          </MenuItem>
        </MenuContent>
      </Menu>
    </>
  );
}
