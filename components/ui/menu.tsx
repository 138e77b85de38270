"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";
import { LazyPopup, LazyPopupTrigger, type PopupProps, usePopupParts } from "./lazy-popup";

const load = () => import("@base-ui/react/menu").then((module) => module.Menu);
const useParts = () => usePopupParts(load);

/** A button and the list that it opens, whose code comes when the button is reached. */
export function Menu(props: PopupProps) {
  return <LazyPopup {...props} kind="menu" load={load} />;
}

/** Opens the menu; give the button as `render={<Button />}`. */
export const MenuTrigger = LazyPopupTrigger;

/** Entries that belong together, under a `MenuLabel`. */
export function MenuGroup({ children }: { children: ReactNode }) {
  const Base = useParts();
  return Base && <Base.Group>{children}</Base.Group>;
}

export interface MenuRadioGroupProps {
  value: string | undefined;
  onValueChange?: (value: string) => void;
  children: ReactNode;
}

/** `MenuRadioItem`s, of which one is chosen. */
export function MenuRadioGroup({ value, onValueChange, children }: MenuRadioGroupProps) {
  const Base = useParts();
  return (
    Base && (
      <Base.RadioGroup value={value} onValueChange={(next: string) => onValueChange?.(next)}>
        {children}
      </Base.RadioGroup>
    )
  );
}

export interface MenuContentProps {
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "right";
  children: ReactNode;
  className?: string;
}

/** The floating list of a `Menu`. */
export function MenuContent(props: MenuContentProps) {
  const Base = useParts();
  return Base && <OpenContent {...props} Base={Base} />;
}

function OpenContent(props: MenuContentProps & { Base: NonNullable<ReturnType<typeof useParts>> }) {
  const { align = "start", side = "bottom", children, className, Base } = props;
  const t = useTranslations("client.ui");
  return (
    <Base.Portal role="region" aria-label={t("menu")}>
      <Base.Positioner sideOffset={4} align={align} side={side} collisionPadding={8} className="z-50">
        <Base.Popup
          className={cn("overlay-panel max-h-[var(--available-height)] min-w-48 overflow-y-auto p-1", className)}
        >
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onClick?: () => void;
  tone?: "default" | "danger";
  disabled?: boolean;
}

const ITEM = "overlay-item [&_svg]:size-4 [&_svg]:shrink-0 [&>:is(svg,.icon)]:text-muted-foreground";

/** One command of a menu. */
export function MenuItem({ icon, children, onClick, tone = "default", disabled }: MenuItemProps) {
  const Base = useParts();
  if (!Base) return null;
  return (
    <Base.Item
      disabled={disabled}
      onClick={onClick}
      className={cn(ITEM, tone === "danger" && "text-danger-text [&>:is(svg,.icon)]:text-danger-text")}
    >
      {icon}
      {children}
    </Base.Item>
  );
}

/** A menu entry that navigates; `current` marks where one is already. */
export function MenuLink(props: { href: string; icon?: ReactNode; current?: boolean; children: ReactNode }) {
  const Base = useParts();
  if (!Base) return null;
  return (
    <Base.LinkItem
      closeOnClick
      className={ITEM}
      aria-current={props.current ? "true" : undefined}
      render={<Link href={props.href} prefetch={false} />}
    >
      {props.icon}
      <span className="min-w-0 flex-1">{props.children}</span>
      {props.current && <Icon name="check" className="text-accent" />}
    </Base.LinkItem>
  );
}

/** A menu entry with a tick; the menu stays open. */
export function MenuCheckboxItem(props: {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  const Base = useParts();
  if (!Base) return null;
  return (
    <Base.CheckboxItem
      checked={props.checked}
      onCheckedChange={(checked) => props.onCheckedChange(checked)}
      disabled={props.disabled}
      closeOnClick={false}
      className={ITEM}
    >
      <span className="flex size-4 items-center justify-center">
        <Base.CheckboxItemIndicator>
          <Icon name="check" className="block text-accent" />
        </Base.CheckboxItemIndicator>
      </span>
      {props.children}
    </Base.CheckboxItem>
  );
}

/** One choice of a `MenuRadioGroup`. */
export function MenuRadioItem({ value, icon, children }: { value: string; icon?: ReactNode; children: ReactNode }) {
  const Base = useParts();
  if (!Base) return null;
  return (
    <Base.RadioItem value={value} closeOnClick className={ITEM}>
      {icon}
      <span className="flex-1">{children}</span>
      <Base.RadioItemIndicator>
        <Icon name="check" className="block text-accent" />
      </Base.RadioItemIndicator>
    </Base.RadioItem>
  );
}

/** The heading of a `MenuGroup`. */
export function MenuLabel({ children }: { children: ReactNode }) {
  const Base = useParts();
  return (
    Base && <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-muted-foreground text-xs">{children}</Base.GroupLabel>
  );
}

export function MenuSeparator() {
  const Base = useParts();
  return Base && <Base.Separator className="-mx-1 my-1 h-px bg-border" />;
}
