import { useEffect, useRef, useState } from "react";
import type { ActionError } from "@/lib/http/action-result";
import type { ImportPreview } from "@/lib/imports/record";
import { previewImportAction } from "../actions";
import type { Draft } from "./draft";

const WAIT_MS = 400;

export interface PreviewState {
  preview: ImportPreview | null;
  error: ActionError | null;
  /** The first lines are being worked out by the newest mapping. */
  isPending: boolean;
}

/** What the first lines would become by this mapping, worked out by the server as soon as nobody types. */
export function usePreview(tenantSlug: string, id: string, draft: Draft): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, error: null, isPending: true });
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const turn = newest.current;
    setState((before) => ({ ...before, isPending: true }));
    const timer = setTimeout(async () => {
      const result = await previewImportAction(tenantSlug, { id, mapping: draft });
      // What was typed meanwhile has its own answer on the way.
      if (turn !== newest.current) return;
      setState((before) =>
        result.ok
          ? { preview: result.data, error: null, isPending: false }
          : { preview: before.preview, error: result.error, isPending: false },
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [tenantSlug, id, draft]);
  return state;
}
