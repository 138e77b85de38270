"use client";

import { useEffect, useRef } from "react";
import { DeleteButton, type DeleteButtonProps } from "./delete-button";
import { RestoreButton } from "./restore-button";

export interface LifeButtonsProps extends DeleteButtonProps {
  isDeleted: boolean;
}

/** Delete, or restore. When one takes the other's place, the keyboard's focus moves along. */
export function LifeButtons({ isDeleted, ...props }: LifeButtonsProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(isDeleted);
  useEffect(() => {
    if (shown.current === isDeleted) return;
    shown.current = isDeleted;
    // The dialog that asked gives the focus back to a button that is gone; after that it is ours to place.
    const frame = requestAnimationFrame(() => place.current?.querySelector("button")?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isDeleted]);
  return <div ref={place}>{isDeleted ? <RestoreButton {...props} /> : <DeleteButton {...props} />}</div>;
}
