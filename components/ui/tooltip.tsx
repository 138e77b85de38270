"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode } from "react";

export interface TooltipProps {
  /** What the tip says; it only adds to the trigger's own accessible name. */
  content: ReactNode;
  /** The element it belongs to; must accept a ref and event handlers. */
  children: ReactElement;
  side?: "top" | "right" | "bottom" | "left";
}

const DELAY_MS = 400;

/** A short hint on hover and keyboard focus. Never the only place for something that people need. */
export function Tooltip({ content, children, side = "top" }: TooltipProps) {
  const t = useTranslations("client.ui");
  return (
    <Base.Root>
      <Base.Trigger delay={DELAY_MS} render={children} />
      <Base.Portal role="region" aria-label={t("hint")}>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-md bg-foreground px-2 py-1 text-background text-xs transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
