"use client";

import { Copy, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Play, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { toast } from "@/components/ui/toast";
import { HELP_KEY } from "./keys";
import type { MenuEntry } from "./menu-entries";

interface OwnActionsProps {
  onHelp: () => void;
  onSignOut: () => void;
}

/** What the page can do by itself, for whoever has the menu. */
export function useOwnActions({ onHelp, onSignOut }: OwnActionsProps): MenuEntry[] {
  const { theme, setTheme } = useTheme();
  const action = (label: string, ownIcon: LucideIcon, run: () => void, keywords: string[], keys?: string[]) => ({
    ...{ id: `action ${label}`, group: "Actions", label, ownIcon, run, keywords },
    ...(keys && { keys }),
  });
  const themes = [
    { name: "light", label: "Light theme", icon: Sun },
    { name: "dark", label: "Dark theme", icon: Moon },
    { name: "system", label: "Theme of the system", icon: Monitor },
  ].filter(({ name }) => name !== theme);
  // What the page itself offers by a button, such as the export of a list with its filters.
  const offered = [...document.querySelectorAll<HTMLElement>("main [data-command]:not(:disabled)")].map((button) =>
    action(button.dataset.command ?? "", Play, () => button.click(), ["csv", "download"]),
  );
  return [
    ...offered,
    action("Copy the link to this page", Copy, () => void copyLink(), ["address", "url", "share"]),
    ...themes.map(({ name, label, icon }) =>
      action(label, icon, () => setTheme(name), ["appearance", "colour", "color", "mode"]),
    ),
    action("Show all keys", Keyboard, onHelp, ["help", "shortcuts", "keyboard"], [HELP_KEY]),
    action("Sign out", LogOut, onSignOut, ["log out", "leave"]),
  ];
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast.success("The link was copied");
  } catch {
    toast.error("The browser did not allow copying. Copy the address by hand.");
  }
}
