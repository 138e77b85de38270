"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { backdropClassName, PanelClose } from "./dialog";

export const { Root, Trigger } = Base;

export interface SheetPanelProps {
  title: string;
  /** Keeps the title for screen readers only. */
  titleHidden?: boolean;
  side?: "left" | "right";
  children: ReactNode;
  className?: string;
}

/** What a `SheetContent` shows, loaded with the first sheet that opens. */
export function Panel({ title, titleHidden = false, side = "right", children, className }: SheetPanelProps) {
  return (
    <Base.Portal>
      <Base.Backdrop className={backdropClassName} />
      <Base.Popup
        className={cn(
          "fixed inset-y-0 z-40 flex w-[min(28rem,calc(100vw-2.5rem))] flex-col border-border bg-surface shadow-overlay outline-none transition-transform duration-150 ease-out",
          side === "right" &&
            "end-0 border-s data-ending-style:translate-x-full data-starting-style:translate-x-full rtl:data-ending-style:-translate-x-full rtl:data-starting-style:-translate-x-full",
          side === "left" &&
            "start-0 border-e data-ending-style:-translate-x-full data-starting-style:-translate-x-full rtl:data-ending-style:translate-x-full rtl:data-starting-style:translate-x-full",
          className,
        )}
      >
        <header className={cn("flex h-topbar shrink-0 items-center pe-12 ps-4", !titleHidden && "border-b")}>
          <Base.Title className={cn("font-semibold text-base", titleHidden && "sr-only")}>{title}</Base.Title>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        <PanelClose className="top-3 end-3" />
      </Base.Popup>
    </Base.Portal>
  );
}
