import type { LucideIcon } from "lucide-react";
import type { ComponentType, ReactNode } from "react";
import type { BulkReport } from "@/lib/bulk";
import type { ActionResult } from "@/lib/http/action-result";

/** What the dialog of an action shows besides, such as the value that is to be set. */
export interface BulkFieldsProps {
  /** `null` while what is typed is not complete. */
  onChange: (values: Record<string, unknown> | null) => void;
}

/** Something that can be done to many rows at once. */
export interface BulkAction<Row> {
  id: string;
  /** The verb, such as "Cancel". */
  label: string;
  icon: LucideIcon;
  tone?: "danger";
  /** Which rows it makes sense for; the dialog says how many are left out. The server decides. */
  fits?: (row: Row) => boolean;
  /** The question: "Cancel 3 payments?". */
  title: (count: number) => string;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  Fields?: ComponentType<BulkFieldsProps>;
  /** Instead of `Fields`: who reads the reason that is asked for. It is among the values, as `reason`. */
  reasonReadBy?: string;
  /** At most `MAX_BULK` ids at a time. */
  run: (ids: string[], values: Record<string, unknown>) => Promise<ActionResult<BulkReport>>;
  /** What is said once it is done: "3 payments canceled". */
  done: (count: number) => string;
  /** The way back, where there is a safe one. */
  undo?: (ids: string[]) => Promise<ActionResult<BulkReport>>;
}

/** Ids of the rows that the list holds, on all its pages. */
export interface MatchingIds {
  ids: string[];
  /** True if there are more than can be worked on at once. */
  hasMore: boolean;
}

/** What can be done to the rows of a table. */
export interface BulkActions<Row> {
  actions: readonly BulkAction<Row>[];
  /** What a row is called: the name of its checkbox. */
  nameOf: (row: Row) => string;
  /** The rows that match the filters; absent where only the rows in sight can be chosen. */
  findMatching?: () => Promise<ActionResult<MatchingIds>>;
}
