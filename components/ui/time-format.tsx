"use client";

import { useLocale } from "next-intl";
import { createContext, type ReactNode, use, useMemo } from "react";
import { DEFAULT_TIME_FORMAT, type TimeFormat } from "@/lib/time";

const Chosen = createContext<TimeFormat>(DEFAULT_TIME_FORMAT);

/** Has all times within written as the person chose, in the page's language. */
export function TimeFormatProvider({ value, children }: { value: TimeFormat; children: ReactNode }) {
  const { dateFormat, clock } = value;
  const locale = useLocale();
  const format = useMemo(() => ({ dateFormat, clock, locale }), [dateFormat, clock, locale]);
  return <Chosen value={format}>{children}</Chosen>;
}

/** How the person wants times written. */
export function useTimeFormat(): TimeFormat {
  return use(Chosen);
}
