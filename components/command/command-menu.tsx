"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { backdropClassName } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import { cn } from "@/lib/cn";
import type { CommandCenterProps } from "./command-center";
import { CommandLine } from "./command-line";
import { FEWEST_CHARACTERS } from "./entry";
import type { GoKey } from "./keys";
import { type MenuEntry, pageEntries, recentEntries } from "./menu-entries";
import { useOwnActions } from "./own-actions";
import { grouped, rank } from "./rank";
import { useAnswer } from "./use-answer";

export interface CommandMenuProps extends CommandCenterProps {
  goKeys: readonly GoKey[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onHelp: () => void;
}

/** Finds records, pages and actions by what is typed, or leads to where one was. */
export function CommandMenu({ open, onOpenChange, ...props }: CommandMenuProps) {
  const t = useTranslations("client.command");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClassName} />
        <Base.Viewport className="fixed inset-0 z-40 flex items-start justify-center sm:p-4 sm:pt-[12vh]">
          <Base.Popup
            aria-label={t("label")}
            className="overlay-panel flex h-full w-full flex-col overflow-hidden max-sm:rounded-none max-sm:border-0 sm:h-auto sm:max-h-[min(34rem,76vh)] sm:max-w-2xl"
          >
            <MenuBody {...props} onClose={() => onOpenChange(false)} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

function MenuBody(props: Omit<CommandMenuProps, "open" | "onOpenChange"> & { onClose: () => void }) {
  const { home, searchHref, entriesHref, goKeys, onClose } = props;
  const t = useTranslations("client.command");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const words = typed.trim();
  const isSearch = searchHref !== null && [...words].length >= FEWEST_CHARACTERS;
  const found = useAnswer(isSearch ? `${searchHref}?${new URLSearchParams({ q: words })}` : null);
  const offered = useAnswer(entriesHref, 0);
  const own = useOwnActions(props);
  const recent = home === null ? [] : recentEntries(t, home);
  const known: MenuEntry[] = [...pageEntries(t, props, goKeys), ...offered.entries, ...own];
  // Nothing typed: where one was comes first. Otherwise what fits by its name, then what was found.
  const entries = words === "" ? [...recent, ...known] : [...rank([...recent, ...known], words), ...found.entries];
  const isWaiting = found.state === "waiting" || offered.state === "waiting";

  function choose(entry: MenuEntry) {
    onClose();
    if (entry.run) entry.run();
    else if (entry.href) router.push(entry.href);
  }

  function openBeside(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    const chosen = list.current?.querySelector('[aria-selected="true"]')?.getAttribute("data-href");
    if (chosen) window.open(chosen, "_blank", "noopener");
  }

  return (
    <Command label={t("label")} shouldFilter={false} loop className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        {isWaiting ? (
          <Icon name="loader-circle" className="animate-spin text-muted-foreground" />
        ) : (
          <Icon name="search" className="text-muted-foreground" />
        )}
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          onKeyDown={openBeside}
          maxLength={200}
          placeholder={searchHref ? t("findAll") : t("findPages")}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted-foreground"
        />
        <Base.Close className="rounded-md px-1.5 py-1 text-muted-foreground text-xs hover:text-foreground">
          <span className="sm:hidden">{t("close")}</span>
          <Kbd className="hidden sm:inline-flex">Esc</Kbd>
        </Base.Close>
      </div>
      {/* The list itself scrolls: what is chosen by keys is kept in sight there. */}
      <Command.List
        ref={list}
        label={t("results")}
        className={cn("min-h-0 overflow-y-auto overscroll-contain", entries.length > 0 && "flex-1 p-2")}
      >
        {grouped(entries).map(([group, members]) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
          >
            {members.map((entry) => (
              <CommandLine key={entry.id} entry={entry} onChoose={() => choose(entry)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <Remarks found={found.state} offered={offered.state} isEmpty={entries.length === 0} isSearch={isSearch} />
      <p className="hidden shrink-0 items-center gap-3 border-t bg-surface-muted px-4 py-1.5 text-muted-foreground text-xs sm:flex">
        <span>{t.rich("chooseKeys", { key: inKbd })}</span>
        <span>{t.rich("openKey", { key: inKbd })}</span>
        {searchHref && <span className="ms-auto truncate">{t("alsoFilters", { query: EXAMPLE })}</span>}
      </p>
    </Command>
  );
}

// text-ok: of the language of queries
const EXAMPLE = "status:failed amount>100";

const inKbd = (chunks: ReactNode) => <Kbd>{chunks}</Kbd>;

type State = ReturnType<typeof useAnswer>["state"];

/** What the list cannot say by itself; spoken, since nothing else tells that there is nothing. */
function Remarks(props: { found: State; offered: State; isEmpty: boolean; isSearch: boolean }) {
  const { found, offered, isEmpty, isSearch } = props;
  const t = useTranslations("client.command");
  const isFailed = found === "failed" || offered === "failed";
  return (
    <div role="status" className={cn("shrink-0 px-4 text-muted-foreground", isEmpty && "flex-1")}>
      {isFailed && <p className="py-2">{t("failed")}</p>}
      {isEmpty && !isFailed && found !== "waiting" && (
        <p className="py-6 text-center">{isSearch ? t("nothing") : t("nothingNamed")}</p>
      )}
    </div>
  );
}
