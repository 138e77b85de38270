import type { NavIcon } from "../shell/icons";

/** One line of the command menu that leads somewhere. */
export interface CommandEntry {
  /** Unique within the menu. */
  id: string;
  /** Heading that it stands under. */
  group: string;
  label: string;
  /** What tells it from others of its name. */
  hint?: string;
  href: string;
  icon?: NavIcon;
  /** Other words that people may look for it by. */
  keywords?: readonly string[];
  /** Status of a record. */
  status?: string;
  amount?: { minor: number; currency: string };
}

/** What the server answers to the menu. */
export interface CommandAnswer {
  entries: readonly CommandEntry[];
}

/** Fewest characters that records are searched by. */
export const FEWEST_CHARACTERS = 3;
