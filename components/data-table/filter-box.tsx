"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { QueryProblem } from "@/lib/list-grammar";
import { type BoxGrammar, boxExample } from "./filter-grammar";
import { useSlashKey } from "./filter-key";
import { FilterSuggestionList } from "./filter-suggestion-list";
import type { Suggestion } from "./filter-suggestions";
import type { LoadedFields } from "./use-loaded-fields";

type Language = typeof import("./filter-suggestions");

const FilterHelp = dynamic(() => import("./filter-help").then((module) => module.FilterHelp), { ssr: false });

export interface FilterBoxProps {
  grammar: BoxGrammar;
  /** The query of what the list shows now. */
  shown: string;
  /** It stands in the address as it was written, and is read at once. */
  isUnread: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Of the parts of filters that the grammar lacks. */
  loadState: LoadedFields["state"];
  /** Loads them; null where that failed. */
  onLoad: () => Promise<BoxGrammar | null>;
  onApply: (parameters: ReadonlyMap<string, readonly string[]>) => void;
  /** Takes the last filter away. */
  onRemoveLast: () => void;
}

/** One box for all filters of a list, in its own small language; what can be written next is suggested. */
export function FilterBox({ grammar, shown, isUnread, inputRef, loadState, onLoad, ...props }: FilterBoxProps) {
  const id = useId();
  const t = useTranslations("client.table");
  const sentence = useSentence();
  const [language, setLanguage] = useState<Language | null>(null);
  const [before, setBefore] = useState(shown);
  const [text, setText] = useState(shown);
  const [caret, setCaret] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problems, setProblems] = useState<readonly QueryProblem[]>([]);
  useSlashKey(inputRef);
  if (before !== shown) {
    // The list shows something else now: a chip was changed, or the way back was gone.
    setBefore(shown);
    setText(shown);
    setProblems([]);
  }

  const suggestions = isOpen && language ? language.suggestionsAt({ t, sentence }, text, caret, grammar) : [];
  const chosen = suggestions[active];
  const example = boxExample(grammar);
  const isLacking = language?.namesPending(text, grammar) ?? false;

  /** The language is loaded when somebody first turns to the box. */
  async function load(): Promise<Language> {
    const loaded = language ?? (await import("./filter-suggestions"));
    setLanguage(() => loaded);
    return loaded;
  }

  function edit(next: string, nextCaret: number) {
    setText(next);
    setCaret(nextCaret);
    setActive(-1);
    setProblems([]);
    setIsOpen(true);
  }

  function take(suggestion: Suggestion) {
    if (!language) return;
    const [next, nextCaret] = language.withSuggestion(text, suggestion);
    edit(next, nextCaret);
    inputRef.current?.focus();
    requestAnimationFrame(() => inputRef.current?.setSelectionRange(nextCaret, nextCaret));
  }

  async function apply() {
    setIsOpen(false);
    const asked = text;
    const { readBox, namesPending } = await load();
    const known = namesPending(asked, grammar) ? await onLoad() : grammar;
    // Without an answer the box says so; and what was written on since is another question.
    if (!known || asked !== inputRef.current?.value) return;
    const read = readBox(asked, known);
    setProblems(read.problems);
    const [first] = read.problems;
    if (first) inputRef.current?.setSelectionRange(first.start, first.end);
    else props.onApply(read.parameters);
  }

  function retry() {
    // It begins to load what is missing.
    inputRef.current?.focus();
  }

  const readAtOnce = useEffectEvent(() => void apply());
  useEffect(() => {
    if (isUnread) readAtOnce();
  }, [isUnread]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setIsOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = active < 0 && step < 0 ? suggestions.length - 1 : active + step;
      setActive(next >= suggestions.length ? -1 : next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (chosen) take(chosen);
      else void apply();
    } else if (event.key === "Tab" && chosen && !event.shiftKey) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape") {
      if (isOpen && suggestions.length > 0) setIsOpen(false);
      else edit(shown, shown.length);
      setIsOpen(false);
    } else if (event.key === "Backspace" && selectionStart === 0 && selectionEnd === 0) {
      event.preventDefault();
      props.onRemoveLast();
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element has the same role, and browsers that do not know it
    <div role="search" className="relative min-w-0 flex-1">
      <Icon name="search" className="pointer-events-none absolute top-2 start-2.5 size-4 text-muted-foreground" />
      <input
        ref={inputRef}
        id={id}
        type="text"
        role="combobox"
        aria-label={t("filter.box")}
        aria-expanded={suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `${id}-${active}` : undefined}
        aria-invalid={problems.length > 0 ? true : undefined}
        aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={example ? t("filter.boxHint", { example }) : t("filter.title")}
        className="field-control h-8 truncate pe-9 ps-8"
        value={text}
        onFocus={() => {
          void load();
          void onLoad();
        }}
        onClick={(event) => {
          setCaret(event.currentTarget.selectionStart ?? text.length);
          setIsOpen(true);
        }}
        onBlur={() => setIsOpen(false)}
        onChange={(event) => {
          void load();
          if (loadState === "idle") void onLoad();
          edit(event.target.value, event.target.selectionStart ?? event.target.value.length);
        }}
        onKeyUp={(event) => {
          if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key))
            setCaret(event.currentTarget.selectionStart ?? text.length);
        }}
        onKeyDown={onKeyDown}
      />
      <Popover>
        <PopoverTrigger
          aria-label={t("filter.helpLabel")}
          className="absolute top-1 end-1 inline-flex size-6 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
        >
          <Icon name="circle-question-mark" className="size-4" />
        </PopoverTrigger>
        <PopoverContent title={t("filter.helpTitle")} align="end" className="w-80">
          <FilterHelp />
        </PopoverContent>
      </Popover>
      {suggestions.length > 0 && (
        <FilterSuggestionList id={id} suggestions={suggestions} active={active} onTake={take} />
      )}
      <div aria-live="polite" className="absolute start-0 top-full z-30 mt-1">
        {isLacking && loadState === "loading" && (
          <p className="overlay-panel px-3 py-2 text-muted-foreground text-xs">{t("loading")}</p>
        )}
      </div>
      {isLacking && loadState === "failed" && (
        <p role="alert" className="mt-1 text-danger-text text-xs">
          {t("filter.failed")}{" "}
          <Button variant="link" size="sm" onClick={retry}>
            {t("filter.retry")}
          </Button>
        </p>
      )}
      {problems.length > 0 && (
        <div id={`${id}-problems`} role="alert" className="mt-1 text-danger-text text-xs">
          {problems.map(({ start, end, msg }) => (
            <p key={`${start} ${end} ${msg}`}>
              {end > start && <code className="font-mono">{text.slice(start, end)}</code>} {sentence(msg)}.
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
