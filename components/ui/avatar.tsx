"use client";

import { useState } from "react";
import { cn } from "@/lib/cn";

/** "Ann Marie Lee" → "AL"; one letter for a single word; "?" for nothing. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = Array.from(words[0] ?? "?")[0] ?? "?";
  const last = words.length > 1 ? (Array.from(words[words.length - 1] ?? "")[0] ?? "") : "";
  return (first + last).toUpperCase();
}

export interface AvatarProps {
  name: string;
  /** Address of a picture of ours; without one, or where it does not load, the initials show. */
  src?: string | null;
  size?: "sm" | "md";
  square?: boolean;
  className?: string;
}

/** A person's picture, or a person's or tenant's initials; decoration, since the name stands beside it. */
export function Avatar(props: AvatarProps) {
  const [broken, setBroken] = useState<string>();
  return (
    <span
      aria-hidden
      className={cn(
        "avatar",
        props.size === "sm" ? "size-5 text-[0.5625rem]" : "size-7 text-2xs",
        props.square ? "rounded-md" : "rounded-full",
        props.className,
      )}
    >
      {props.src && props.src !== broken ? (
        // biome-ignore lint/performance/noImgElement: small, private, and the image optimiser is switched off
        <img
          // What failed before React took over has told nobody.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setBroken(props.src ?? undefined);
          }}
          src={props.src}
          alt=""
          className="size-full object-cover"
          onError={() => setBroken(props.src ?? undefined)}
        />
      ) : (
        initialsOf(props.name)
      )}
    </span>
  );
}
