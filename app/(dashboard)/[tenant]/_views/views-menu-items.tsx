"use client";

import { Star } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { MenuCheckboxItem, MenuGroup, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { toast, toastFailure, toastWithUndo } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";
import type { SavedView } from "@/lib/saved-views/schema";
import {
  deleteViewAction,
  restoreViewAction,
  setDefaultViewAction,
  unwatchViewAction,
  updateViewAction,
  watchViewAction,
} from "./actions";
import type { FoundViews } from "./use-views";
import { NO_VIEW, viewQueryString, withView } from "./view-address";
import type { ViewDialogState } from "./view-dialog";
import type { ViewsMenuProps } from "./views-menu";

export interface ViewsMenuItemsProps extends ViewsMenuProps {
  isChanged: boolean;
  found: FoundViews;
  onRetry: () => Promise<void>;
  onDialog: (dialog: ViewDialogState) => void;
}

/** What the menu of views holds. */
export function ViewsMenuItems(props: ViewsMenuItemsProps) {
  const t = useTranslations("client.views.menu");
  const { path, view, found, maySave } = props;
  return (
    <>
      <MenuLink href={withView(path, NO_VIEW)} icon={<Icon name="list" />} current={view === null}>
        {t("all")}
      </MenuLink>
      {found.state === "loading" && <p className="px-2 py-1.5 text-muted-foreground">{t("loading")}</p>}
      {found.state === "failed" && (
        <>
          <p className="px-2 pt-1.5 text-danger-text">{t("failed")}</p>
          <MenuItem icon={<Icon name="rotate-ccw" />} onClick={() => void props.onRetry()}>
            {t("retry")}
          </MenuItem>
        </>
      )}
      {found.state === "ready" &&
        groupsOf(t, found.views).map(([label, views]) => (
          <MenuGroup key={label}>
            <MenuLabel>{label}</MenuLabel>
            {views.map((one) => (
              <MenuLink key={one.id} href={`${path}?${viewQueryString(one)}`} current={one.id === view?.id}>
                <ViewName view={one} opensWithIt={t("opensWithIt")} />
              </MenuLink>
            ))}
          </MenuGroup>
        ))}
      {found.state === "ready" && found.views.length === 0 && (
        <p className="px-2 py-1.5 text-muted-foreground text-xs">{t("none")}</p>
      )}
      {maySave && <MenuSeparator />}
      {maySave && <Commands {...props} />}
    </>
  );
}

function ViewName({ view, opensWithIt }: { view: SavedView; opensWithIt: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{view.name}</span>
      {view.is_default && <Star className="size-3 shrink-0 text-muted-foreground" aria-label={opensWithIt} />}
    </span>
  );
}

function Commands({ list, tenantSlug, path, view, current, isChanged, onDialog }: ViewsMenuItemsProps) {
  const t = useTranslations("client.views");
  const router = useRouter();
  if (!view)
    return (
      <MenuItem icon={<Icon name="plus" />} onClick={() => onDialog({ kind: "create" })}>
        {t("commands.save")}
      </MenuItem>
    );
  const { id, name } = view;

  async function save() {
    if (said(await updateViewAction(tenantSlug, { id, query: current }))) toast.success(t("told.saved", { name }));
  }
  async function setDefault(isDefault: boolean) {
    const result = await setDefaultViewAction(tenantSlug, { list, view_id: isDefault ? id : null });
    if (said(result)) toast.success(isDefault ? t("told.opensWith", { name }) : t("told.opensWithout"));
  }
  async function setWatched(isWatched: boolean) {
    const result = await (isWatched ? watchViewAction : unwatchViewAction)(tenantSlug, { id });
    if (said(result)) toast.success(isWatched ? t("told.watched", { name }) : t("told.unwatched", { name }));
  }
  async function remove() {
    if (!said(await deleteViewAction(tenantSlug, { id }))) return;
    router.push(withView(path, NO_VIEW));
    toastWithUndo(t("told.deleted", { name }), restore, t("told.restored", { name }));
  }
  async function restore() {
    const result = await restoreViewAction(tenantSlug, { id });
    if (result.ok) router.push(`${path}?${viewQueryString(view ?? { id, query: "" })}`);
    return result;
  }

  return (
    <>
      {isChanged && view.may_change && (
        <MenuItem icon={<Icon name="save" />} onClick={() => void save()}>
          {t("commands.saveChanges")}
        </MenuItem>
      )}
      {isChanged && (
        <MenuLink href={`${path}?${viewQueryString(view)}`} icon={<Icon name="rotate-ccw" />}>
          {t("commands.takeBack")}
        </MenuLink>
      )}
      <MenuItem icon={<Icon name="plus" />} onClick={() => onDialog({ kind: "create" })}>
        {t("commands.saveNew")}
      </MenuItem>
      <MenuCheckboxItem checked={view.is_default} onCheckedChange={(checked) => void setDefault(checked)}>
        {t("commands.openWithIt")}
      </MenuCheckboxItem>
      <MenuCheckboxItem checked={view.is_watched} onCheckedChange={(checked) => void setWatched(checked)}>
        {t("commands.watch")}
      </MenuCheckboxItem>
      {view.may_change && (
        <MenuItem icon={<Icon name="pencil" />} onClick={() => onDialog({ kind: "edit", view })}>
          {t("commands.edit")}
        </MenuItem>
      )}
      {(view.may_change || view.is_own) && (
        <MenuItem icon={<Icon name="trash" />} tone="danger" onClick={() => void remove()}>
          {t("commands.delete")}
        </MenuItem>
      )}
    </>
  );
}

/** True if it went well; else says why not. */
function said(result: ActionResult<unknown>): boolean {
  if (!result.ok) toastFailure(result.error);
  return result.ok;
}

/** Views under headings: the own, those of roles, everybody's. */
function groupsOf(t: Texts<"client.views.menu">, views: readonly SavedView[]): [string, SavedView[]][] {
  const groups = new Map<string, SavedView[]>([[t("mine"), []]]);
  const roles = views.filter(({ is_own, role }) => !is_own && role).map(({ role }) => role?.name ?? "");
  for (const role of [...new Set(roles)].sort()) groups.set(t("forRole", { role }), []);
  groups.set(t("forEverybody"), []);
  for (const view of views) {
    const label = view.is_own ? t("mine") : view.role ? t("forRole", { role: view.role.name }) : t("forEverybody");
    groups.get(label)?.push(view);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}
