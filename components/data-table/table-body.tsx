"use client";

import type { RowData } from "@tanstack/react-table";
import { type MouseEventHandler, useLayoutEffect, useRef, useState } from "react";
import { TableRows, type TableRowsProps } from "./table-rows";

export interface TableBodyProps<Row extends RowData> extends TableRowsProps<Row> {
  /** The rows as `rowsHtml` wrote them; null: React renders them. */
  html: string | null;
  /** One handler for all rows. */
  onClick: MouseEventHandler<HTMLElement>;
}

/** The rows of a table, written as text where they are nothing but text. */
export function TableBody<Row extends RowData>({ html, onClick, ...rows }: TableBodyProps<Row>) {
  return html === null ? (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are links and checkboxes, and those take keys
    <tbody onClick={onClick}>
      <TableRows {...rows} />
    </tbody>
  ) : (
    <WrittenBody html={html} onClick={onClick} />
  );
}

/** React writes the first rows and takes them over as they are; later ones are put in their place here. */
function WrittenBody({ html, onClick }: { html: string; onClick: MouseEventHandler<HTMLElement> }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [first] = useState({ __html: html });
  const written = useRef(html);

  useLayoutEffect(() => {
    if (!body.current || written.current === html) return;
    written.current = html;
    replaceRows(body.current, html);
  }, [html]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked are links and checkboxes, and those take keys
    // biome-ignore lint/security/noDangerouslySetInnerHtml: `plainHtml` escapes every text and lets nothing else through
    <tbody ref={body} onClick={onClick} dangerouslySetInnerHTML={first} />
  );
}

/** Other rows, with the focus on the record that had it, if it is still there. */
function replaceRows(body: HTMLTableSectionElement, html: string): void {
  const focused = body.contains(document.activeElement) ? document.activeElement : null;
  const place = focused?.closest("tr")?.querySelector<HTMLAnchorElement>("a[data-row-link]")?.pathname;
  const isBox = focused instanceof HTMLInputElement;
  body.innerHTML = html;
  if (place === undefined) return;
  const link = [...body.querySelectorAll<HTMLAnchorElement>("a[data-row-link]")].find((one) => one.pathname === place);
  const target = isBox ? link?.closest("tr")?.querySelector<HTMLElement>("input[data-select-row]") : link;
  target?.focus({ preventScroll: true });
}
