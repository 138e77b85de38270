"use client";

import { createContext, type ReactNode, use } from "react";
import { DEFAULT_TIME_FORMAT, type TimeFormat } from "@/lib/time";

const Chosen = createContext<TimeFormat>(DEFAULT_TIME_FORMAT);

/** Has all times within written as the person chose. */
export function TimeFormatProvider({ value, children }: { value: TimeFormat; children: ReactNode }) {
  return <Chosen value={value}>{children}</Chosen>;
}

/** How the person wants times written. */
export function useTimeFormat(): TimeFormat {
  return use(Chosen);
}
