"use client";

import { useTranslations } from "next-intl";
import { cloneElement, type ReactElement, type ReactNode, useState } from "react";
import type { ButtonProps } from "./button";
import { Dialog, DialogContent, type DialogContentProps, DialogTrigger } from "./dialog";
import { toast } from "./toast";

export interface LazyDialogProps<Content> extends Pick<DialogContentProps, "title" | "description"> {
  /** The button that opens it; a `Button` or an `IconButton`, which turns busy while the content is on its way. */
  trigger: ReactElement<ButtonProps>;
  /** Such as `() => import("./refund-form")`: fetched when the button is about to be pressed. */
  load: () => Promise<Content>;
  /** Exists while the dialog is open, so that a form starts from the record as it is then. */
  children: (content: Content, close: () => void) => ReactNode;
}

/** A dialog whose content, mostly a form, comes on demand: a page that shows a record sends only the button. */
export function LazyDialog<Content>({ trigger, load, title, description, children }: LazyDialogProps<Content>) {
  const t = useTranslations("client.ui");
  const [content, setContent] = useState<{ loaded: Content } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isLoading, setIsLoading] = useState(false);

  async function loadAndOpen() {
    if (isLoading) return;
    setIsLoading(true);
    try {
      const loaded = await load();
      setContent({ loaded });
      setIsOpen(true);
    } catch {
      toast.error(t("contentFailed"));
    } finally {
      setIsLoading(false);
    }
  }

  // Whether it failed is told when the button is pressed, and tries again.
  const prefetch = () => void load().catch(() => undefined);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next, details) => {
        if (!next || content) return setIsOpen(next);
        details.cancel();
        void loadAndOpen();
      }}
    >
      <DialogTrigger
        render={cloneElement(trigger, isLoading ? { loading: true } : {})}
        onPointerEnter={prefetch}
        onFocus={prefetch}
      />
      <DialogContent title={title} {...(description && { description })}>
        {content && children(content.loaded, () => setIsOpen(false))}
      </DialogContent>
    </Dialog>
  );
}
