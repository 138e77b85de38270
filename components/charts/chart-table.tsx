"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

export interface ChartTableProps {
  caption: string;
  /** The first one is of the rows' own labels. */
  heads: readonly string[];
  labels: readonly string[];
  /** The cells of one row, behind its label. */
  cellsOf: (index: number) => readonly { key: string; content: ReactNode }[];
  /** Puts the last row first. */
  reversed?: boolean;
}

/** The chart's numbers as a table, made when it is opened: a long one is as large as the rest of the page. */
export function ChartTable({ caption, heads, labels, cellsOf, reversed = false }: ChartTableProps) {
  const t = useTranslations("client.charts");
  const [isOpen, setIsOpen] = useState(false);
  const indexes = [...labels.keys()];
  return (
    <details className="mt-2 text-xs" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-accent hover:underline">{t("showTable")}</summary>
      {isOpen && (
        <section
          aria-label={caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="relative mt-1 max-h-64 overflow-auto rounded-md border"
        >
          <table className="w-full text-end tabular-nums">
            <caption className="sr-only">{caption}</caption>
            <thead className="sticky top-0 bg-surface-muted text-muted-foreground">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="px-2.5 py-1.5 font-medium first:text-start">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {(reversed ? indexes.toReversed() : indexes).map((index) => (
                <tr key={labels[index]}>
                  <th scope="row" className="whitespace-nowrap px-2.5 py-1 text-start font-normal">
                    {labels[index]}
                  </th>
                  {cellsOf(index).map(({ key, content }) => (
                    <td key={key} className="whitespace-nowrap px-2.5 py-1">
                      {content}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
