"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShownParameters } from "@/components/data-table/shown-parameters";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import type { SavedView } from "@/lib/saved-views/schema";
import { useViews } from "./use-views";
import type { ViewDialogState } from "./view-dialog";

const MenuItems = dynamic(() => import("./views-menu-items").then(({ ViewsMenuItems }) => ViewsMenuItems), {
  loading: Loading,
});
const ViewDialog = dynamic(() => import("./view-dialog").then((module) => module.ViewDialog));

function Loading() {
  const t = useTranslations("client.views.menu");
  // An entry, since a menu holds nothing else.
  return <MenuItem disabled>{t("loading")}</MenuItem>;
}

export interface ViewsMenuProps {
  list: string;
  tenantSlug: string;
  /** The list's page. */
  path: string;
  /** The view that the page shows or started from. */
  view: SavedView | null;
  /** Canonical query of what the page shows, without columns. */
  current: string;
  /** False while looking as somebody else, and for guests. */
  maySave: boolean;
  mayShare: boolean;
}

/** The saved views of a list: which one is shown, the others to choose from, and what can be done with this one. */
export function ViewsMenu(props: ViewsMenuProps) {
  const { list, tenantSlug, view } = props;
  const t = useTranslations("client.views.menu");
  const [isOpen, setIsOpen] = useState(false);
  const [dialog, setDialog] = useState<ViewDialogState | null>(null);
  const { found, load } = useViews(tenantSlug, list);
  const columns = useShownParameters().get("columns");
  const current = [props.current, columns ? `columns=${columns}` : ""].filter((part) => part !== "").join("&");
  const isChanged = view !== null && view.query !== current;

  return (
    <>
      <Menu
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          if (open) void load();
        }}
      >
        <MenuTrigger
          render={
            <Button
              size="sm"
              aria-label={view ? t(isChanged ? "changed" : "named", { name: view.name }) : t("label")}
              className="max-w-48"
            />
          }
        >
          <Icon name="bookmark" className={view ? "text-accent" : undefined} />
          <span className="truncate max-sm:hidden">{view?.name ?? t("label")}</span>
          {isChanged && <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-warning-text" />}
        </MenuTrigger>
        <MenuContent align="end" className="w-64">
          <MenuItems
            {...props}
            current={current}
            isChanged={isChanged}
            found={found}
            onRetry={load}
            onDialog={setDialog}
          />
        </MenuContent>
      </Menu>
      {dialog && (
        <ViewDialog
          {...props}
          current={current}
          roles={found.state === "ready" ? found.roles : []}
          dialog={dialog}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
