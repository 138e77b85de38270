"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuContent, MenuRadioGroup, MenuRadioItem, MenuTrigger } from "@/components/ui/menu";

/** Light, dark, or as the system says. Both icons are there and CSS shows one: the server does not know the theme. */
export function ThemeToggle() {
  const t = useTranslations("client.shell");
  const { theme, setTheme } = useTheme();
  return (
    <Menu>
      <MenuTrigger
        render={<Button variant="ghost" size="icon" aria-label={t("theme")} className="text-muted-foreground" />}
      >
        <Icon name="sun" className="dark:hidden" />
        <Icon name="moon" className="hidden dark:block" />
      </MenuTrigger>
      <MenuContent align="end" className="min-w-36">
        <MenuRadioGroup value={theme} onValueChange={setTheme}>
          <MenuRadioItem value="light" icon={<Icon name="sun" />}>
            {t("light")}
          </MenuRadioItem>
          <MenuRadioItem value="dark" icon={<Icon name="moon" />}>
            {t("dark")}
          </MenuRadioItem>
          <MenuRadioItem value="system" icon={<Icon name="monitor" />}>
            {t("system")}
          </MenuRadioItem>
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}
