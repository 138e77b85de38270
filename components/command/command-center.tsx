"use client";

import dynamic from "next/dynamic";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { NavSection } from "../shell/nav";
import type { TenantChoice } from "../shell/tenant-switcher";
import { ADMIN_GO_KEYS, GO_KEYS, type GoKey } from "./keys";
import { noteRecent } from "./recent";
import { useKeys } from "./use-keys";

// What opens on demand is loaded on demand: no page carries the menu.
const CommandMenu = dynamic(() => import("./command-menu").then((module) => module.CommandMenu), { ssr: false });
const KeysDialog = dynamic(() => import("./keys-dialog").then((module) => module.KeysDialog), { ssr: false });

/** Which menu a section of the product has. */
export interface CommandSource {
  /** Where the section begins, such as `/aurora`; null for pages that belong to none. */
  home: string | null;
  variant: "tenant" | "admin";
  /** Answers what was typed (`?q=`), as a `CommandAnswer`; null: records are not searched here. */
  searchHref: string | null;
  /** Answers what can be done, as a `CommandAnswer`; null: nothing but the pages. */
  entriesHref: string | null;
}

export interface CommandCenterProps extends CommandSource {
  sections: readonly NavSection[];
  tenants: readonly TenantChoice[];
  links: readonly { label: string; href: string }[];
  /** Pages act on single keys. */
  hasShortcuts: boolean;
  onSignOut: () => void;
}

type Overlay = "menu" | "keys";

/** How long a page must have been looked at to be one that somebody may come back to. */
const LOOKED_AT_MS = 1200;

/** What stands in the place of a page that is on its way. */
const SKELETON = "main [data-skeleton]";

const subscribeToNothing = () => () => {};
const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);

/** The button of the command menu, the keys that work everywhere, and what both open. */
export function CommandCenter(props: CommandCenterProps) {
  const { home, variant, hasShortcuts, sections } = props;
  const t = useTranslations("client.command");
  const router = useRouter();
  const pathname = usePathname();
  const [open, setOpen] = useState<Overlay | null>(null);
  // Both stay once they were opened, so that closing can give the focus back.
  const [loaded, setLoaded] = useState<readonly Overlay[]>([]);
  const mod = useSyncExternalStore(subscribeToNothing, isMac, () => false) ? "⌘" : "Ctrl";
  const goKeys = home === null ? [] : reachable(variant === "admin" ? ADMIN_GO_KEYS : GO_KEYS, home, sections);

  function show(overlay: Overlay | null) {
    setOpen(overlay);
    if (overlay) setLoaded((before) => [...before, overlay]);
  }

  useKeys({
    goKeys,
    openMenu: () => show(open === "menu" ? null : "menu"),
    openHelp: () => show("keys"),
    go: ({ path }) => router.push(`${home}${path}`),
  });

  useEffect(() => {
    let timer = setTimeout(function note() {
      // A skeleton may bear the heading of the list above.
      if (document.querySelector(SKELETON)) timer = setTimeout(note, LOOKED_AT_MS);
      else noteRecent(pathname, headingOf(document));
    }, LOOKED_AT_MS);
    return () => clearTimeout(timer);
  }, [pathname]);

  return (
    <>
      <Button
        variant="ghost"
        aria-label={t("label")}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={() => show("menu")}
        onPointerEnter={() => void import("./command-menu")}
        className="size-8 px-0 max-sm:ms-auto text-muted-foreground sm:w-56 sm:justify-start sm:border-input sm:bg-surface sm:px-2.5 sm:font-normal"
      >
        <Icon name="search" />
        <span className="hidden flex-1 text-start sm:inline">{t("button")}</span>
        {/* text-ok: what stands on the keys */}
        <Kbd className="hidden min-w-12 sm:inline-flex">{mod} K</Kbd>
      </Button>
      {loaded.includes("menu") && (
        <CommandMenu
          {...props}
          goKeys={goKeys}
          open={open === "menu"}
          onOpenChange={(next) => show(next ? "menu" : null)}
          onHelp={() => show("keys")}
        />
      )}
      {loaded.includes("keys") && (
        <KeysDialog
          open={open === "keys"}
          onOpenChange={(next) => show(next ? "keys" : null)}
          mod={mod}
          goKeys={goKeys}
          hasShortcuts={hasShortcuts}
        />
      )}
    </>
  );
}

/** The ways to pages that the person may see. */
function reachable(keys: readonly GoKey[], home: string, sections: readonly NavSection[]): GoKey[] {
  const pages = new Set(sections.flatMap(({ items }) => items.map(({ href }) => href)));
  return keys.filter(({ path }) => pages.has(`${home}${path}`));
}

/** The heading, with the record's own name where the heading is something else: a payment's is its amount. */
function headingOf(page: Document): string {
  const [heading = "", crumb = ""] = ["main h1", "main nav [aria-current=page]"].map((selector) =>
    page.querySelector(selector)?.textContent?.trim(),
  );
  return heading === "" || crumb === "" || crumb === heading ? heading : `${crumb} · ${heading}`;
}
