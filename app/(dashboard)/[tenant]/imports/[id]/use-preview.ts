import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import type { FieldIssue } from "@/lib/errors";
import type { ImportPreview } from "@/lib/imports/record";
import type { Texts } from "@/lib/messages/texts";
import type { Draft } from "./draft";

const WAIT_MS = 400;

/** Why there is no preview: a sentence, and what is wrong by field. */
interface PreviewError {
  message: string;
  issues?: FieldIssue[];
  requestId?: string;
}

export interface PreviewState {
  preview: ImportPreview | null;
  error: PreviewError | null;
  /** The first lines are being worked out by the newest mapping. */
  isPending: boolean;
}

/** What the first lines would become by this mapping, worked out by the server as soon as nobody types. */
export function usePreview(tenantSlug: string, id: string, draft: Draft): PreviewState {
  const t = useTranslations("client.imports.mapping");
  const sentence = useSentence();
  const [state, setState] = useState<PreviewState>({ preview: null, error: null, isPending: true });
  useEffect(() => {
    // What is typed meanwhile has its own answer on the way.
    const stop = new AbortController();
    setState((before) => ({ ...before, isPending: true }));
    const timer = setTimeout(async () => {
      const answer = await ask(tenantSlug, { id, mapping: draft }, { t, sentence }, stop.signal);
      if (stop.signal.aborted) return;
      setState((before) =>
        "lines" in answer
          ? { preview: answer, error: null, isPending: false }
          : { preview: before.preview, error: answer, isPending: false },
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [tenantSlug, id, draft, t, sentence]);
  return state;
}

interface Words {
  t: Texts<"client.imports.mapping">;
  sentence: (english: string) => string;
}

async function ask(
  tenantSlug: string,
  question: object,
  { t, sentence }: Words,
  signal: AbortSignal,
): Promise<ImportPreview | PreviewError> {
  try {
    const response = await fetch(`/api/dashboard/${tenantSlug}/import/preview`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
      signal,
    });
    const body = await response.json();
    if (response.ok) return body;
    const requestId: string | undefined = body.request_id;
    if (!Array.isArray(body.detail)) return { message: sentence(String(body.detail)), requestId };
    // Our own route, in the form that all routes answer with.
    const issues = (body.detail as FieldIssue[]).map((issue) => ({ ...issue, msg: sentence(issue.msg) }));
    return { message: t("invalid"), issues, requestId };
  } catch {
    return { message: t("unreachable") };
  }
}
