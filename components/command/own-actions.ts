"use client";

import { Copy, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Play, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { toast } from "@/components/ui/toast";
import type { Messages } from "@/lib/messages/catalogue";
import type { Texts } from "@/lib/messages/texts";
import { HELP_KEY } from "./keys";
import type { MenuEntry } from "./menu-entries";

interface OwnActionsProps {
  onHelp: () => void;
  onSignOut: () => void;
}

type Keywords = keyof Messages["client"]["command"]["actionKeywords"];

/** What the page can do by itself, for whoever has the menu. */
export function useOwnActions({ onHelp, onSignOut }: OwnActionsProps): MenuEntry[] {
  const t = useTranslations("client.command");
  const { theme, setTheme } = useTheme();
  const action = (label: string, ownIcon: LucideIcon, run: () => void, keywords: Keywords, keys?: string[]) => ({
    ...{ id: `action ${label}`, group: t("groups.actions"), label, ownIcon, run },
    keywords: t(`actionKeywords.${keywords}`).split(", "),
    ...(keys && { keys }),
  });
  const themes = [
    { name: "light", label: t("actions.lightTheme"), icon: Sun },
    { name: "dark", label: t("actions.darkTheme"), icon: Moon },
    { name: "system", label: t("actions.systemTheme"), icon: Monitor },
  ].filter(({ name }) => name !== theme);
  // What the page itself offers by a button, such as the export of a list with its filters.
  const offered = [...document.querySelectorAll<HTMLElement>("main [data-command]:not(:disabled)")].map((button) =>
    action(button.dataset.command ?? "", Play, () => button.click(), "offered"),
  );
  return [
    ...offered,
    action(t("actions.copyLink"), Copy, () => void copyLink(t), "copyLink"),
    ...themes.map(({ name, label, icon }) => action(label, icon, () => setTheme(name), "theme")),
    action(t("actions.showKeys"), Keyboard, onHelp, "showKeys", [HELP_KEY]),
    action(t("actions.signOut"), LogOut, onSignOut, "signOut"),
  ];
}

async function copyLink(t: Texts<"client.command">): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast.success(t("actions.linkCopied"));
  } catch {
    toast.error(t("actions.copyRefused"));
  }
}
