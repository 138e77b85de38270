"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import { cn } from "@/lib/cn";

export const Tabs = Base.Root;

/** Classes of one tab (`globals.css`), shared with `TabLinks`, which looks alike but navigates. */
export const tabClassName = "tab";

export const tabListClassName = "tab-list";

export function TabList({ className, ...props }: Omit<Base.List.Props, "className"> & { className?: string }) {
  return <Base.List className={cn(tabListClassName, className)} {...props} />;
}

export function Tab({ className, ...props }: Omit<Base.Tab.Props, "className"> & { className?: string }) {
  return <Base.Tab className={cn(tabClassName, className)} {...props} />;
}

export function TabPanel({ className, ...props }: Omit<Base.Panel.Props, "className"> & { className?: string }) {
  return <Base.Panel className={cn("pt-4", className)} {...props} />;
}
