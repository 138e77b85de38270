"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import { cn } from "@/lib/cn";

export const Tabs = Base.Root;

/**
 * Classes of one tab, shared with `TabLinks`, which looks alike but navigates. Where the tabs are wider than a telephone,
 * the list begins with the current one in view, in browsers that know `scroll-initial-target`.
 */
export const tabClassName =
  "-mb-px inline-flex h-9 scroll-mx-12 aria-selected:[scroll-initial-target:nearest] aria-[current]:[scroll-initial-target:nearest] items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-0.5 font-medium text-muted-foreground text-sm transition-colors hover:text-foreground aria-selected:border-accent aria-selected:text-foreground aria-[current]:border-accent aria-[current]:text-foreground";

export const tabListClassName = "flex shrink-0 gap-4 overflow-x-auto overflow-y-hidden border-b";

export function TabList({ className, ...props }: Omit<Base.List.Props, "className"> & { className?: string }) {
  return <Base.List className={cn(tabListClassName, className)} {...props} />;
}

export function Tab({ className, ...props }: Omit<Base.Tab.Props, "className"> & { className?: string }) {
  return <Base.Tab className={cn(tabClassName, className)} {...props} />;
}

export function TabPanel({ className, ...props }: Omit<Base.Panel.Props, "className"> & { className?: string }) {
  return <Base.Panel className={cn("pt-4", className)} {...props} />;
}
