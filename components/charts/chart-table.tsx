"use client";

import { useState } from "react";
import type { LinkChartProps } from "./link-chart";

/** The chart's numbers as a table, made when it is opened: a long one is as large as the rest of the page. */
export function ChartTable({ caption, labels, partName, up, down, ghost, rate }: LinkChartProps) {
  const [isOpen, setIsOpen] = useState(false);
  const series = [up, ...(down ? [down] : [])];
  const heads = [partName, ...series.map(({ label }) => label), rate?.label, ghost?.label].filter(
    (label) => label !== undefined,
  );
  return (
    <details className="mt-2 text-xs" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-sm py-1 text-accent hover:underline">Show as a table</summary>
      {isOpen && (
        <section
          aria-label={caption}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          className="relative mt-1 max-h-64 overflow-auto rounded-md border"
        >
          <table className="w-full text-right tabular-nums">
            <caption className="sr-only">{caption}</caption>
            <thead className="sticky top-0 bg-surface-muted text-muted-foreground">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="px-2.5 py-1.5 font-medium first:text-left">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y">
              {labels.map((label, index) => (
                <tr key={label}>
                  <th scope="row" className="whitespace-nowrap px-2.5 py-1 text-left font-normal">
                    {label}
                  </th>
                  {series.map(({ label: name, texts, hrefs }) => (
                    <td key={name} className="whitespace-nowrap px-2.5 py-1">
                      {hrefs[index] ? (
                        <a href={hrefs[index]} className="rounded-sm hover:underline">
                          {texts[index]}
                        </a>
                      ) : (
                        texts[index]
                      )}
                    </td>
                  ))}
                  {rate && <td className="px-2.5 py-1">{rate.texts[index] || "–"}</td>}
                  {ghost && <td className="whitespace-nowrap px-2.5 py-1">{ghost.texts[index] ?? "–"}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
