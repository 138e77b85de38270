"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";
import { Skeleton } from "@/components/ui/skeleton";

export interface RawJsonProps {
  tenantSlug: string;
  /** As in the API's address: `payment_intent`. */
  resource: string;
  id: string;
  /** Changes with the record, so that an old answer is not shown for the new one. */
  version: string;
}

type State = { kind: "idle" | "loading" | "failed" } | { kind: "loaded"; text: string; version: string };

/** The record as the API answers it, asked for when it is opened, and again when it changes while it is open. */
export function RawJson({ tenantSlug, resource, id, version }: RawJsonProps) {
  const t = useTranslations("client.detail.json");
  const [state, setState] = useState<State>({ kind: "idle" });
  const [isOpen, setIsOpen] = useState(false);
  const shown = state.kind === "loaded" && state.version === version ? state.text : null;
  const isWanted = isOpen && (state.kind === "idle" || (state.kind === "loaded" && shown === null));

  async function load() {
    setState({ kind: "loading" });
    try {
      const query = new URLSearchParams({ resource, id });
      const response = await fetch(`/api/dashboard/${tenantSlug}/record?${query}`);
      if (!response.ok) throw new Error(`status ${response.status}`);
      setState({ kind: "loaded", text: JSON.stringify(await response.json(), null, 2), version });
    } catch {
      setState({ kind: "failed" });
    }
  }

  useEffect(() => {
    if (isWanted) void load();
  });

  return (
    <details
      className="group/raw min-w-0 rounded-lg border bg-surface print:hidden"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="flex list-none items-center gap-2 rounded-lg px-4 py-2.5 font-semibold text-base hover:bg-surface-muted">
        <Icon
          name="chevron-right"
          className="text-muted-foreground transition-transform group-open/raw:rotate-90 rtl:rotate-180"
        />
        JSON
        {/* text-ok: of the API */}
        <span className="font-mono font-normal text-muted-foreground text-xs">GET /api/v1/{resource}</span>
      </summary>
      <div className="relative border-t">
        {shown !== null && (
          <>
            <CopyButton text={shown} label={t("copy")} className="absolute top-2 end-2 bg-surface" />
            <section
              aria-label={t("region")}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-96 overflow-auto focus-visible:-outline-offset-2"
            >
              <pre className="p-4 font-mono text-xs">{shown}</pre>
            </section>
          </>
        )}
        {/* Not while it is closed: its movement would never end there. */}
        {(state.kind === "loading" || isWanted) && <LoadingJson />}
        {state.kind === "failed" && (
          <p role="alert" className="flex flex-wrap items-center gap-3 p-4">
            {t("failed")}{" "}
            <Button size="sm" onClick={() => void load()}>
              {t("tryAgain")}
            </Button>
          </p>
        )}
      </div>
    </details>
  );
}

function LoadingJson() {
  const t = useTranslations("client.detail.json");
  return (
    <div className="flex flex-col gap-2 p-4" role="status" aria-label={t("loading")}>
      {["w-1/3", "w-2/3", "w-1/2", "w-3/5", "w-1/4"].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  );
}
