"use client";

import { LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type ReactNode,
  startTransition,
  useContext,
  useOptimistic,
} from "react";

export interface NavLinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** `null` disables the link without removing it, so that keyboard focus stays where it is. */
  href: string | null;
  /** Where a disabled link points for the browser; a click does nothing. */
  fallbackHref?: string;
}

/** True within a link whose page is on the way. */
const Pending = createContext(false);

/** Says that the page of the link that was followed last is not awaited any more: another one is. */
let letGoOfLast: (() => void) | null = null;

/**
 * A link of a table's controls: keeps the scroll position, fetches nothing ahead, and can be disabled. A plain link
 * with a handler: a list has twenty of them, and next/link costs its server several times as much.
 */
export function NavLink({ href, fallbackHref = "", onClick, children, ...props }: NavLinkProps) {
  const router = useRouter();
  const [isPending, setPending] = useOptimistic(false);
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (href === null) {
      event.preventDefault();
      return;
    }
    onClick?.(event);
    // A click for another tab or window is the browser's own.
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    startTransition(() => {
      letGoOfLast?.();
      letGoOfLast = () => setPending(false);
      setPending(true);
      router.push(href, { scroll: false });
    });
  }
  return (
    <a href={href ?? fallbackHref} aria-disabled={href === null || undefined} {...props} onClick={follow}>
      <Pending value={isPending}>{children}</Pending>
    </a>
  );
}

/** A spinner inside a link while its page is on the way; it takes the icon's place. */
export function LinkPending({ icon }: { icon?: ReactNode }) {
  const isPending = useContext(Pending);
  return isPending ? <LoaderCircle className="size-3.5 animate-spin" aria-hidden /> : icon;
}
