"use client";

import { List, Pencil, Plus, RotateCcw, Save, Star, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { MenuCheckboxItem, MenuGroup, MenuItem, MenuLabel, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { toast, toastFailure } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action-result";
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
  const { path, view, found, maySave } = props;
  return (
    <>
      <MenuLink href={withView(path, NO_VIEW)} icon={<List aria-hidden />} current={view === null}>
        All, without a view
      </MenuLink>
      {found.state === "loading" && <p className="px-2 py-1.5 text-muted-foreground">Loading…</p>}
      {found.state === "failed" && (
        <>
          <p className="px-2 pt-1.5 text-danger-text">The views could not be loaded.</p>
          <MenuItem icon={<RotateCcw aria-hidden />} onClick={() => void props.onRetry()}>
            Try again
          </MenuItem>
        </>
      )}
      {found.state === "ready" &&
        groupsOf(found.views).map(([label, views]) => (
          <MenuGroup key={label}>
            <MenuLabel>{label}</MenuLabel>
            {views.map((one) => (
              <MenuLink key={one.id} href={`${path}?${viewQueryString(one)}`} current={one.id === view?.id}>
                <ViewName view={one} />
              </MenuLink>
            ))}
          </MenuGroup>
        ))}
      {found.state === "ready" && found.views.length === 0 && (
        <p className="px-2 py-1.5 text-muted-foreground text-xs">
          No views yet. Set filters, order and columns, then save them under a name.
        </p>
      )}
      {maySave && <MenuSeparator />}
      {maySave && <Commands {...props} />}
    </>
  );
}

function ViewName({ view }: { view: SavedView }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{view.name}</span>
      {view.is_default && (
        <Star className="size-3 shrink-0 text-muted-foreground" aria-label="The list opens with it" />
      )}
    </span>
  );
}

function Commands({ list, tenantSlug, path, view, current, isChanged, onDialog }: ViewsMenuItemsProps) {
  const router = useRouter();
  if (!view)
    return (
      <MenuItem icon={<Plus aria-hidden />} onClick={() => onDialog({ kind: "create" })}>
        Save as a view…
      </MenuItem>
    );
  const { id, name } = view;

  async function save() {
    if (said(await updateViewAction(tenantSlug, { id, query: current }))) toast.success(`Saved “${name}”`);
  }
  async function setDefault(isDefault: boolean) {
    const result = await setDefaultViewAction(tenantSlug, { list, view_id: isDefault ? id : null });
    if (said(result))
      toast.success(isDefault ? `The list opens with “${name}” now` : "The list opens without a view now");
  }
  async function setWatched(isWatched: boolean) {
    const result = await (isWatched ? watchViewAction : unwatchViewAction)(tenantSlug, { id });
    if (said(result))
      toast.success(
        isWatched ? `You will hear when “${name}” is no longer empty` : `“${name}” is not watched any more`,
      );
  }
  async function remove() {
    if (!said(await deleteViewAction(tenantSlug, { id }))) return;
    router.push(withView(path, NO_VIEW));
    toast.success(`Deleted “${name}”`, { action: { label: "Undo", onClick: () => void restore() } });
  }
  async function restore() {
    if (!said(await restoreViewAction(tenantSlug, { id }))) return;
    router.push(`${path}?${viewQueryString(view ?? { id, query: "" })}`);
  }

  return (
    <>
      {isChanged && view.may_change && (
        <MenuItem icon={<Save aria-hidden />} onClick={() => void save()}>
          Save changes
        </MenuItem>
      )}
      {isChanged && (
        <MenuLink href={`${path}?${viewQueryString(view)}`} icon={<RotateCcw aria-hidden />}>
          Take changes back
        </MenuLink>
      )}
      <MenuItem icon={<Plus aria-hidden />} onClick={() => onDialog({ kind: "create" })}>
        Save as a new view…
      </MenuItem>
      <MenuCheckboxItem checked={view.is_default} onCheckedChange={(checked) => void setDefault(checked)}>
        Open the list with it
      </MenuCheckboxItem>
      <MenuCheckboxItem checked={view.is_watched} onCheckedChange={(checked) => void setWatched(checked)}>
        Tell me when it is no longer empty
      </MenuCheckboxItem>
      {view.may_change && (
        <MenuItem icon={<Pencil aria-hidden />} onClick={() => onDialog({ kind: "edit", view })}>
          Rename and share…
        </MenuItem>
      )}
      {(view.may_change || view.is_own) && (
        <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onClick={() => void remove()}>
          Delete
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
function groupsOf(views: readonly SavedView[]): [string, SavedView[]][] {
  const groups = new Map<string, SavedView[]>([["My views", []]]);
  const roles = views.filter(({ is_own, role }) => !is_own && role).map(({ role }) => role?.name ?? "");
  for (const role of [...new Set(roles)].sort()) groups.set(`For ${role}`, []);
  groups.set("For everybody", []);
  for (const view of views) {
    const label = view.is_own ? "My views" : view.role ? `For ${view.role.name}` : "For everybody";
    groups.get(label)?.push(view);
  }
  return [...groups].filter(([, members]) => members.length > 0);
}
