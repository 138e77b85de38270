"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { COLUMN_WIDTHS_PX, DENSITIES } from "@/lib/list-preferences/names";
import type { ColumnInfo, ColumnMenuProps } from "./column-menu";
import { moved, orderForSettings } from "./column-order";
import { ColumnSorts } from "./column-sorts";

const WIDTH_STEP_PX = 16;
/** Where a column that was never resized starts from. */
const USUAL_WIDTH_PX = 160;

/** The inside of the column menu. */
export function ColumnSettings({ columns, choice, sorts, links }: ColumnMenuProps) {
  const t = useTranslations("client.table.columns");
  const [said, setSaid] = useState("");
  const dragged = useRef<string | null>(null);
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const [first = "", ...shown] = choice.shown;
  const ordered = orderForSettings(
    columns.map(({ id }) => id),
    shown,
  );

  function move(id: string, before: number) {
    const next = moved(shown, id, before);
    choice.show([first, ...next]);
    setSaid(t("moved", { label: labels.get(id) ?? id, place: next.indexOf(id) + 2, count: next.length + 1 }));
  }

  function toggle(id: string) {
    if (shown.includes(id)) choice.show([first, ...shown.filter((other) => other !== id)]);
    else choice.show([first, ...ordered.filter((other) => other === id || shown.includes(other))]);
  }

  function resize(id: string, stepPx: number) {
    const width = (choice.widths[id] ?? USUAL_WIDTH_PX) + stepPx;
    const inBounds = Math.min(Math.max(width, COLUMN_WIDTHS_PX.min), COLUMN_WIDTHS_PX.max);
    choice.resize(id, inBounds);
    setSaid(t("resized", { label: labels.get(id) ?? id, width: inBounds }));
  }

  function press(event: KeyboardEvent, id: string) {
    const index = shown.indexOf(id);
    // text-ok: the beginning of the names of keys
    if (index < 0 || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (event.key === "ArrowUp") move(id, Math.max(index - 1, 0));
    if (event.key === "ArrowDown") move(id, index + 2);
    if (event.key === "ArrowLeft") resize(id, -WIDTH_STEP_PX);
    if (event.key === "ArrowRight") resize(id, WIDTH_STEP_PX);
  }

  function drop(event: DragEvent, id: string) {
    event.preventDefault();
    const from = dragged.current;
    dragged.current = null;
    if (!from || from === id || !shown.includes(id)) return;
    const isBelow = event.nativeEvent.offsetY > event.currentTarget.clientHeight / 2;
    move(from, shown.indexOf(id) + (isBelow ? 1 : 0));
  }

  return (
    <div className="flex flex-col gap-3">
      <fieldset className="grid grid-cols-2 gap-1 rounded-md bg-surface-muted p-0.5">
        <legend className="sr-only">{t("density")}</legend>
        {DENSITIES.map((density) => (
          <label
            key={density}
            className="rounded-sm px-2 py-1 text-center text-xs has-checked:bg-surface has-focus-visible:outline-2 has-focus-visible:outline-ring has-checked:font-medium has-checked:shadow-sm"
          >
            <input
              type="radio"
              name="density"
              className="sr-only"
              checked={choice.density === density}
              onChange={() => choice.setDensity(density)}
            />
            {t(density)}
          </label>
        ))}
      </fieldset>
      <ul className="-mx-1 flex flex-col">
        {ordered.map((id) => (
          <Row
            key={id}
            column={{ id, label: labels.get(id) ?? id }}
            place={shown.indexOf(id)}
            count={shown.length}
            onToggle={() => toggle(id)}
            onMove={(before) => move(id, before)}
            onKey={(event) => press(event, id)}
            onDragStart={() => {
              dragged.current = id;
            }}
            onDrop={(event) => drop(event, id)}
          />
        ))}
      </ul>
      <p id="column-keys" className="text-muted-foreground text-xs">
        {t("help")}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      <ColumnSorts sorts={sorts} links={links} keep={choice.keep} />
      {choice.isChanged && (
        <Button size="sm" onClick={choice.reset}>
          {t("reset")}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  column: ColumnInfo;
  /** Among the columns that show; -1 for one that does not. */
  place: number;
  count: number;
  onToggle: () => void;
  onMove: (before: number) => void;
  onKey: (event: KeyboardEvent) => void;
  onDragStart: () => void;
  onDrop: (event: DragEvent) => void;
}

function Row({ column: { label }, place, count, onToggle, onMove, onKey, onDragStart, onDrop }: RowProps) {
  const t = useTranslations("client.table.columns");
  const isShown = place >= 0;
  return (
    <li
      className="group/column flex items-center gap-1 rounded-sm px-1 focus-within:bg-surface-muted hover:bg-surface-muted"
      onDragOver={(event) => isShown && event.preventDefault()}
      onDrop={onDrop}
    >
      <button
        type="button"
        draggable={isShown}
        disabled={!isShown}
        aria-label={t("handle", { label })}
        aria-describedby="column-keys"
        onKeyDown={onKey}
        onDragStart={onDragStart}
        className={cn(
          "flex size-6 items-center justify-center text-muted-foreground",
          isShown ? "cursor-grab" : "invisible",
        )}
      >
        <GripVertical className="size-4" aria-hidden />
      </button>
      <label className="flex min-w-0 flex-1 items-center gap-2 py-1">
        <input type="checkbox" className="check" checked={isShown} onChange={onToggle} />
        <span className="truncate">{label}</span>
      </label>
      {isShown && (
        <span className="flex opacity-0 focus-within:opacity-100 group-hover/column:opacity-100 pointer-coarse:opacity-100">
          <MoveButton
            label={t("moveLeft", { label })}
            icon={ArrowUp}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <MoveButton
            label={t("moveRight", { label })}
            icon={ArrowDown}
            disabled={place === count - 1}
            onClick={() => onMove(place + 2)}
          />
        </span>
      )}
    </li>
  );
}

interface MoveButtonProps {
  label: string;
  icon: typeof ArrowUp;
  disabled: boolean;
  onClick: () => void;
}

function MoveButton({ label, icon: Icon, disabled, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onClick()}
      className="flex size-6 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground aria-disabled:opacity-40"
    >
      <Icon className="size-3.5" aria-hidden />
    </button>
  );
}
