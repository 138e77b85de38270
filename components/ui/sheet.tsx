"use client";

import { LazyPopup, LazyPopupTrigger, type PopupProps, usePopupParts } from "./lazy-popup";
import type { SheetPanelProps } from "./sheet-panel";

const load = () => import("./sheet-panel");

/** A button and the panel that it opens at an edge, whose code comes when the button is reached. */
export function Sheet(props: PopupProps) {
  return <LazyPopup {...props} kind="dialog" load={load} />;
}

/** Opens the sheet; give the button as `render={<Button />}`. */
export const SheetTrigger = LazyPopupTrigger;

/** A panel that slides in from the edge: navigation on phones, details beside a list. */
export function SheetContent(props: SheetPanelProps) {
  const parts = usePopupParts(load);
  return parts && <parts.Panel {...props} />;
}
