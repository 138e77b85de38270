import { cn } from "@/lib/cn";
import type { Words } from "./words";

const PERCENTS = { style: "percent", signDisplay: "exceptZero", maximumFractionDigits: 1 } as const;
const POINTS = { signDisplay: "exceptZero", maximumFractionDigits: 1 } as const;

export interface ChangeProps {
  words: Pick<Words, "t" | "format">;
  /** As a part of what was; "new" where there was none; null: nothing to compare. */
  change: number | "new" | null;
  more: "good" | "bad" | "neutral";
  /** The change is one of percentages: then it is in points. */
  isPoints?: boolean | undefined;
}

/** How something changed against the period before; the sign says it too, not the colour alone. */
export function Change({ words: { t, format }, change, more, isPoints = false }: ChangeProps) {
  if (change === null) return null;
  if (change === "new") return <span className="text-muted-foreground text-xs">{t("change.new")}</span>;
  const isBetter = more === "neutral" || change === 0 ? null : change > 0 === (more === "good");
  return (
    <span
      className={cn(
        "whitespace-nowrap rounded-sm px-1 text-xs tabular-nums",
        isBetter === null && "bg-neutral-subtle text-neutral-text",
        isBetter === true && "bg-success-subtle text-success-text",
        isBetter === false && "bg-danger-subtle text-danger-text",
      )}
    >
      {isPoints ? t("change.points", { points: format.number(change * 100, POINTS) }) : format.number(change, PERCENTS)}
    </span>
  );
}
