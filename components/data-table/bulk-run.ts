import { type BulkReport, MAX_BULK } from "@/lib/bulk";
import type { ActionError, ActionResult } from "@/lib/http/action-result";
import type { Texts } from "@/lib/messages/texts";

export interface Refused {
  id: string;
  message: string;
}

/** What came of many records. */
export interface Outcome {
  done: string[];
  refused: Refused[];
  /** Why it ended early, if it did. */
  error: ActionError | null;
  /** Records that were not tried. */
  left: number;
}

interface RunOptions {
  /** Told how many records have been worked on. */
  onProgress?: (worked: number) => void;
  isStopped?: () => boolean;
}

/** Sends records in batches that one request takes, one after the other, and puts the answers together. */
export async function inBatches(
  t: Texts<"client.table.bulk">,
  ids: readonly string[],
  run: (batch: string[]) => Promise<ActionResult<BulkReport>>,
  { onProgress, isStopped }: RunOptions = {},
): Promise<Outcome> {
  const done: string[] = [];
  const refused: Refused[] = [];
  for (let start = 0; start < ids.length; start += MAX_BULK) {
    if (isStopped?.()) return { done, refused, error: null, left: ids.length - start };
    const result = await run(ids.slice(start, start + MAX_BULK)).catch(() => unreachable(t));
    if (!result.ok) return { done, refused, error: result.error, left: ids.length - start };
    for (const { id, error } of result.data.items) {
      if (error) refused.push({ id, message: error.message });
      else done.push(id);
    }
    onProgress?.(Math.min(start + MAX_BULK, ids.length));
  }
  return { done, refused, error: null, left: 0 };
}

function unreachable(t: Texts<"client.table.bulk">): ActionResult<never> {
  return { ok: false, error: { code: "unavailable", message: t("answerLost"), requestId: "" } };
}
