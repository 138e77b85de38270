"use client";

import { LoaderCircle } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { FilterEditorProps } from "./filter-editor";
import { isPending } from "./filter-fields";
import type { LoadedFields } from "./use-loaded-fields";

// Loaded with the first filter that is set by a form: its fields are more code than all else of a list's page.
const FilterEditor = dynamic(() => import("./filter-editor").then((module) => module.FilterEditor), {
  ssr: false,
  loading: () => <div className="h-20" aria-busy="true" />,
});

export interface FilterFormProps extends FilterEditorProps {
  /** Of the field's part that is loaded. */
  loading: Pick<LoadedFields, "state" | "load">;
}

/** The form of one filter, as soon as all of it is there. */
export function FilterForm({ loading, ...props }: FilterFormProps) {
  return isPending(props.field) ? <FormOnItsWay {...loading} /> : <FilterEditor {...props} />;
}

function FormOnItsWay({ state, load }: FilterFormProps["loading"]) {
  const t = useTranslations("client.table");
  const place = useRef<HTMLDivElement>(null);
  const begin = useEffectEvent(() => void load());
  useEffect(() => {
    // It holds the focus for the form, in place of the button that led to it.
    place.current?.focus({ preventScroll: true });
    begin();
  }, []);

  function retry() {
    place.current?.focus();
    void load();
  }

  return (
    <div ref={place} tabIndex={-1} className="flex min-h-20 flex-col items-start gap-2 outline-none">
      {state === "failed" ? (
        <p role="alert" className="text-danger-text">
          {t("filter.failed")}
        </p>
      ) : (
        <p aria-live="polite" className="flex items-center gap-2 text-muted-foreground">
          <LoaderCircle className="size-4 animate-spin" aria-hidden /> {t("loading")}
        </p>
      )}
      {state === "failed" && (
        <Button size="sm" onClick={retry}>
          {t("filter.retry")}
        </Button>
      )}
    </div>
  );
}
