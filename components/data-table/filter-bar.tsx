"use client";

import { LoaderCircle } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState, useTransition } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useTimeFormat } from "@/components/ui/time-format";
import { cn } from "@/lib/cn";
import type { FieldIssue } from "@/lib/errors";
import { AddFilter } from "./add-filter";
import { FilterBox } from "./filter-box";
import { changedUrl, chipsOf, type FilterChanges, type FilterChip, type FilterField, removalOf } from "./filter-fields";
import { FilterForm, type FilterFormProps } from "./filter-form";
import { boxGrammar, filteredUrl, printAddress } from "./filter-grammar";
import { NavLink } from "./nav-link";
import { useShownParameters } from "./shown-parameters";
import type { LinkedFilter } from "./table-links";
import { useLoadedFields } from "./use-loaded-fields";

export interface FilterBarProps {
  fields: readonly FilterField[];
  /** What the list's parser dropped from the URL; shown, and marked on the filter it belongs to. */
  issues?: readonly FieldIssue[];
  /** `links.filters` of a list; with them there is a box in which all filters can be written. */
  filters?: readonly LinkedFilter[];
}

const NO_FILTERS: readonly LinkedFilter[] = [];

/** The filters of a list: a box for all of them, those in effect as chips, and a button for more. The URL is their state. */
export function FilterBar({ fields: given, issues = [], filters = NO_FILTERS }: FilterBarProps) {
  const t = useTranslations("client.table");
  const sentence = useSentence();
  const timeFormat = useTimeFormat();
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();
  const current = useShownParameters();
  const { fields, ...loading } = useLoadedFields(given);
  const problems = Object.fromEntries(
    issues.map((issue) => [String(issue.loc[1] ?? issue.loc[0]), sentence(issue.msg)]),
  );
  const chips = chipsOf({ t, sentence }, fields, current, timeFormat);
  const grammar = useMemo(() => boxGrammar(filters, fields), [filters, fields]);
  const box = useRef<HTMLInputElement>(null);
  const hasBox = filters.length > 0;
  const unread = current.get("q");
  const leftOut = hasBox ? issues.filter(({ loc }) => loc[1] !== "q") : issues;

  function apply(changes: FilterChanges) {
    startTransition(() => router.push(changedUrl(pathname, current, changes), { scroll: false }));
  }

  function applyQuery(parameters: ReadonlyMap<string, readonly string[]>) {
    const url = filteredUrl(pathname, current, grammar, parameters);
    // What a query in the address means takes its place: the way back leads to where it came from.
    startTransition(() => (unread === null ? router.push(url, { scroll: false }) : router.replace(url)));
  }

  async function loadGrammar() {
    const loaded = await loading.load();
    return loaded && boxGrammar(filters, loaded);
  }

  return (
    <div className="flex flex-col gap-2" aria-busy={isPending || undefined}>
      {hasBox && (
        <div className="flex items-start gap-2">
          <FilterBox
            grammar={grammar}
            shown={[printAddress(current, grammar), unread ?? ""].join(" ").trim()}
            isUnread={unread !== null}
            inputRef={box}
            loadState={loading.state}
            onLoad={loadGrammar}
            onApply={applyQuery}
            onRemoveLast={() => apply(chips.at(-1)?.removal ?? {})}
          />
          <AddFilter fields={fields} current={current} loading={loading} onApply={apply} isBesideBox />
        </div>
      )}
      {(chips.length > 0 || !hasBox) && (
        <div className={cn("flex flex-wrap items-center gap-1.5", !hasBox && "min-h-8")}>
          {chips.map((chip) => (
            <Chip
              key={chip.key}
              chip={chip}
              current={current}
              loading={loading}
              problems={problems}
              removeHref={changedUrl(pathname, current, chip.removal)}
              onApply={apply}
              onEditText={() => box.current?.focus()}
            />
          ))}
          {!hasBox && <AddFilter fields={fields} current={current} loading={loading} onApply={apply} />}
          {chips.length > 1 && (
            <NavLink
              href={changedUrl(pathname, current, removalOf(fields, current))}
              className={buttonVariants({ variant: "ghost", size: "sm", className: "text-muted-foreground" })}
            >
              {t("filter.clearAll")}
            </NavLink>
          )}
          {isPending && (
            <LoaderCircle className="size-4 animate-spin text-muted-foreground" aria-label={t("loading")} />
          )}
        </div>
      )}
      {leftOut.length > 0 && (
        <ul className="text-warning-text text-xs">
          {leftOut.map((issue) => (
            <li key={`${issue.loc.join()} ${issue.msg}`}>
              {t.rich("filter.leftOut", {
                name: issue.loc.slice(1).join("."),
                problem: sentence(issue.msg),
                code: (chunks) => <code className="font-mono">{chunks}</code>,
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ChipProps {
  chip: FilterChip;
  current: URLSearchParams;
  loading: FilterFormProps["loading"];
  problems: Readonly<Record<string, string>>;
  removeHref: string;
  onApply: (changes: FilterChanges) => void;
  /** Leads to the box, where what has no form is written. */
  onEditText: () => void;
}

const CHIP_TEXT = "inline-flex h-full min-w-0 items-center gap-1 rounded-s-md pe-1 ps-2.5 hover:bg-surface-muted";

function Chip({ chip, current, loading, problems, removeHref, onApply, onEditText }: ChipProps) {
  const t = useTranslations("client.table.filter");
  const [isOpen, setIsOpen] = useState(false);
  const isWrong = chip.parameters.some((name) => name in problems);
  const { field } = chip;
  const content = (
    <>
      <span className="text-muted-foreground">{field.label}</span>
      <span className={cn("max-w-56 truncate font-medium", isWrong && "text-warning-text line-through")}>
        {chip.text}
      </span>
    </>
  );
  return (
    <div
      className={cn(
        "inline-flex h-7 max-w-full items-center rounded-md border bg-surface text-xs",
        isWrong && "border-warning-text",
      )}
    >
      {chip.isNegated ? (
        <button type="button" onClick={onEditText} className={CHIP_TEXT}>
          {content}
        </button>
      ) : (
        <Popover open={isOpen} onOpenChange={setIsOpen}>
          <PopoverTrigger className={CHIP_TEXT}>{content}</PopoverTrigger>
          <PopoverContent title={field.label}>
            <FilterForm
              field={field}
              current={current}
              loading={loading}
              parameter={chip.parameters[0]}
              problems={problems}
              onApply={(changes) => {
                setIsOpen(false);
                onApply(changes);
              }}
            />
          </PopoverContent>
        </Popover>
      )}
      <NavLink
        href={removeHref}
        aria-label={t("remove", { label: field.label, value: chip.text })}
        className="inline-flex h-full items-center rounded-e-md px-1.5 text-muted-foreground hover:bg-surface-muted hover:text-foreground"
      >
        <Icon name="x" className="size-3.5" />
      </NavLink>
    </div>
  );
}
