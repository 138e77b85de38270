"use client";

import { useEffect, useState } from "react";
import type { CommandAnswer, CommandEntry } from "./entry";

/** What somebody types within this time is one question. */
const PAUSE_MS = 150;

export interface Answered {
  entries: readonly CommandEntry[];
  state: "idle" | "waiting" | "answered" | "failed";
}

const NOTHING: Answered = { entries: [], state: "idle" };

/**
 * Asks the server each time the address changes, a moment after its last change; null asks nothing. What was answered
 * before stays until the next answer is there.
 */
export function useAnswer(address: string | null, pauseMs = PAUSE_MS): Answered {
  const [answered, setAnswered] = useState(NOTHING);
  useEffect(() => {
    if (address === null) {
      setAnswered(NOTHING);
      return;
    }
    setAnswered(({ entries }) => ({ entries, state: "waiting" }));
    const controller = new AbortController();
    const timer = setTimeout(() => void ask(address, controller.signal).then(setAnswered, () => {}), pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [address, pauseMs]);
  return answered;
}

/** @throws if the question was given up */
async function ask(address: string, signal: AbortSignal): Promise<Answered> {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok) return { entries: [], state: "failed" };
    const { entries } = (await response.json()) as CommandAnswer;
    return { entries, state: "answered" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { entries: [], state: "failed" };
  }
}
