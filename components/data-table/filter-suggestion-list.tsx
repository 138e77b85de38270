import { useTranslations } from "next-intl";
import type { Suggestion } from "./filter-suggestions";

export interface FilterSuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onTake: (suggestion: Suggestion) => void;
}

/** What the box suggests, below it. */
export function FilterSuggestionList({ id, suggestions, active, onTake }: FilterSuggestionListProps) {
  const t = useTranslations("client.table");
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("filter.suggestions")}
      className="overlay-panel absolute top-full end-0 start-0 z-30 mt-1 max-h-72 overflow-y-auto p-1 max-sm:end-auto max-sm:w-[calc(100vw-2.5rem)] sm:max-w-md"
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-highlighted={index === active ? "" : undefined}
          ref={index === active ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
          className="overlay-item cursor-default justify-between hover:bg-surface-muted"
          // Before the box loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(suggestion);
          }}
        >
          <code className="truncate font-mono text-xs">{suggestion.text}</code>
          <span className="shrink-0 text-muted-foreground text-xs">{suggestion.hint}</span>
        </div>
      ))}
    </div>
  );
}
