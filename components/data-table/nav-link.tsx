"use client";

import { LoaderCircle } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "@/lib/cn";

export interface NavLinkProps extends Omit<ComponentProps<typeof Link>, "href"> {
  /** `null` disables the link without removing it, so that keyboard focus stays where it is. */
  href: string | null;
  /** Where a disabled link points for the browser; a click does nothing. */
  fallbackHref?: string;
}

/** A link of a table's controls: keeps the scroll position, and can be disabled. */
export function NavLink({ href, fallbackHref = "", className, onClick, ...props }: NavLinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (href === null) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <Link
      href={href ?? fallbackHref}
      prefetch={false}
      scroll={false}
      aria-disabled={href === null || undefined}
      onClick={follow}
      className={cn(className)}
      {...props}
    />
  );
}

/** A spinner inside a link while its page is on the way; it takes the icon's place. */
export function LinkPending({ icon }: { icon?: React.ReactNode }) {
  const { pending } = useLinkStatus();
  return pending ? <LoaderCircle className="size-3.5 animate-spin" aria-hidden /> : icon;
}
