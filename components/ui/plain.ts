import type { ReactNode } from "react";
import type { Locale } from "@/lib/locale";
import type { TimeFormat } from "@/lib/time";

/** What plain elements are worded with: components get it from their hooks, a table that writes its rows hands it down. */
export interface Wording {
  locale: Locale;
  /** Puts an English sentence into the page's language. */
  sentence: (english: string) => string;
  timeFormat: TimeFormat;
}

/** A component that is nothing but elements made of its props: no state, no effect, no handler. */
export interface PlainComponent<Props> {
  (props: Props): ReactNode;
  readonly plain: (props: Props, wording: Wording) => ReactNode;
}

/**
 * Declares a component to be plain. React renders `component`; a table that writes its rows as text calls `render`
 * instead, which must give the same elements; one that words nothing is its own.
 */
export function plain<Props>(
  component: (props: Props) => ReactNode,
  render: (props: Props, wording: Wording) => ReactNode = component,
): PlainComponent<Props> {
  return Object.assign(component, { plain: render });
}
