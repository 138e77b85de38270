"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { Icon } from "./icon";

export const Dialog = Base.Root;
/** Opens the dialog; give the button as `render={<Button />}`. */
export const DialogTrigger = Base.Trigger;
/** Closes the dialog; give the button as `render={<Button />}`. */
export const DialogClose = Base.Close;

export const backdropClassName =
  "fixed inset-0 z-40 bg-overlay transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

export interface DialogContentProps {
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Leaves the cross out, for what only its own button may close. */
  closeHidden?: boolean;
  children?: ReactNode;
  className?: string;
}

const WIDTHS = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" };

/** The panel of a `Dialog`: title, close button, body, and a `DialogFooter` as last child. */
export function DialogContent(props: DialogContentProps) {
  const { title, description, size = "md", closeHidden = false, children, className } = props;
  return (
    <Base.Portal>
      <Base.Backdrop className={backdropClassName} />
      <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto p-3 sm:items-center">
        <Base.Popup className={cn("overlay-panel relative flex max-h-full w-full flex-col", WIDTHS[size], className)}>
          <header className="px-5 pt-4 pe-12">
            <Base.Title className="font-semibold text-lg">{title}</Base.Title>
            {description && (
              <Base.Description className="mt-0.5 text-muted-foreground text-sm">{description}</Base.Description>
            )}
          </header>
          <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 pt-3 pb-5">{children}</div>
          {!closeHidden && <PanelClose className="top-4 end-4" />}
        </Base.Popup>
      </Base.Viewport>
    </Base.Portal>
  );
}

/** The cross in a panel's corner; last in the panel, so that the first field gets the focus when it opens. */
export function PanelClose({ className }: { className: string }) {
  const t = useTranslations("client.ui");
  return (
    <Base.Close
      aria-label={t("close")}
      className={cn(
        "absolute rounded-md p-1 text-muted-foreground hover:bg-surface-muted hover:text-foreground",
        className,
      )}
    >
      <Icon name="x" className="block" />
    </Base.Close>
  );
}

/** The row of buttons that ends a dialog, the main one last. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="flex flex-col-reverse gap-2 pt-1 sm:flex-row sm:justify-end">{children}</div>;
}
