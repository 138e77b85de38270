import { defaultFilter } from "cmdk";
import type { CommandEntry } from "./entry";

/** Weaker matches are letters that happen to stand in this order. */
const WEAKEST = 0.02;
const MOST = 12;

/** The entries that fit what was typed, the best first; all of them, as they come, for nothing. */
export function rank<E extends Pick<CommandEntry, "label" | "keywords">>(entries: readonly E[], typed: string): E[] {
  const words = typed.trim();
  if (words === "") return [...entries];
  return entries
    .map((entry) => ({ entry, score: defaultFilter(entry.label, words, [...(entry.keywords ?? [])]) }))
    .filter(({ score }) => score >= WEAKEST)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}

/** The entries by their heading, in the order in which the headings first come. */
export function grouped<E extends Pick<CommandEntry, "group">>(entries: readonly E[]): [group: string, entries: E[]][] {
  const groups = new Map<string, E[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
