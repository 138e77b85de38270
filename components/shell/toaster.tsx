"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner } from "sonner";
import { directionOf } from "@/lib/locale";

/** Where `toast` of `components/ui/toast` shows. Messages are spoken politely, and wait while they are pointed at or have the focus. */
export function Toaster() {
  const t = useTranslations("client.ui");
  const direction = directionOf(useLocale());
  const { resolvedTheme } = useTheme();
  useEffect(waitWhileFocused, []);
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      dir={direction}
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      containerAriaLabel={t("toasts")}
      toastOptions={{
        closeButtonAriaLabel: t("closeToast"),
        classNames: {
          toast: "!rounded-lg !border !border-border !bg-surface !text-foreground !text-sm !shadow-overlay",
          // text-ok: a class
          description: "!text-muted-foreground",
        },
      }}
    />
  );
}

/** Sonner waits for the pointer only: the focus is told to it as if it were one. Answers how to stop. */
function waitWhileFocused(): () => void {
  const listOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest("[data-sonner-toaster]") : null;
  const tell = (type: "mouseover" | "mouseout") => (event: FocusEvent) => {
    const list = listOf(event.target);
    if (list && list !== listOf(event.relatedTarget)) list.dispatchEvent(new MouseEvent(type, { bubbles: true }));
  };
  const listeners = new AbortController();
  document.addEventListener("focusin", tell("mouseover"), { signal: listeners.signal });
  document.addEventListener("focusout", tell("mouseout"), { signal: listeners.signal });
  return () => listeners.abort();
}
