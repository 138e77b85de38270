"use client";

import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { LazyPopup, LazyPopupTrigger, type PopupProps, usePopupParts } from "./lazy-popup";

const load = () => import("@base-ui/react/popover").then((module) => module.Popover);

/** A button and the panel that it opens, whose code comes when the button is reached. */
export function Popover(props: PopupProps) {
  return <LazyPopup {...props} kind="dialog" load={load} />;
}

/** Opens the popover; give the button as `render={<Button />}`. */
export const PopoverTrigger = LazyPopupTrigger;

export interface PopoverContentProps {
  /** Names the popover for screen readers, shown on top unless `titleHidden`. */
  title: string;
  titleHidden?: boolean;
  align?: "start" | "center" | "end";
  children: ReactNode;
  className?: string;
}

/** The floating panel of a `Popover`. */
export function PopoverContent({
  title,
  titleHidden = false,
  align = "start",
  children,
  className,
}: PopoverContentProps) {
  const Base = usePopupParts(load);
  if (!Base) return null;
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={6} align={align} collisionPadding={8} className="z-50">
        <Base.Popup className={cn("overlay-panel max-h-[var(--available-height)] w-72 overflow-y-auto p-3", className)}>
          <Base.Title className={titleHidden ? "sr-only" : "mb-2 font-semibold text-sm"}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
