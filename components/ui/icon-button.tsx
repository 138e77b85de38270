"use client";

import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "size" | "aria-label"> {
  /** Accessible name, also shown as a tooltip. */
  label: string;
  size?: "sm" | "md";
}

/** A square button with an icon as its only child. */
export function IconButton({ label, size = "md", variant = "ghost", ...props }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button aria-label={label} variant={variant} size={size === "sm" ? "icon-sm" : "icon"} {...props} />
    </Tooltip>
  );
}
