import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { plain } from "./plain";

/** A grey bar in the shape of what is coming; say once, on the whole region, that it is loading. */
export const Skeleton = plain(skeleton);

function skeleton({ className, ...props }: ComponentProps<"div">) {
  return <div aria-hidden className={cn("h-4 animate-pulse rounded-sm bg-neutral-subtle", className)} {...props} />;
}
