import type { RowData } from "@tanstack/react-table";
import type { Wording } from "@/components/ui/plain";
import { COLUMN_WIDTH } from "./column-resize";
import { escapeHtml, plainHtml } from "./plain-html";
import { hiddenClass } from "./table-head";
import type { TableRowsProps } from "./table-rows";

/**
 * The rows as HTML: what `TableRows` renders, without a component for each link and an element for each cell, which are
 * most of what a page of rows costs, at the server and where a browser takes it over. `null` where a cell holds anything
 * but plain elements.
 */
export function rowsHtml<Row extends RowData>(
  props: Omit<TableRowsProps<Row>, "getRowId">,
  wording: Wording,
): string | null {
  const { rows, columns, rowHref, rowClassName, nameOf, isChosen, widths, selectRow } = props;
  const cells = columns.map(({ id, meta: { align, hideBelow } }) => {
    const width = widths[id];
    return (
      "<td" +
      attribute("data-align", align) +
      attribute("class", hiddenClass(hideBelow, isChosen)) +
      attribute("style", width === undefined ? undefined : `${COLUMN_WIDTH}:${width}px`) +
      ">"
    );
  });
  let html = "";
  for (const row of rows) {
    const href = rowHref?.(row);
    html += `<tr${attribute("data-linked", href && "")}${attribute("class", rowClassName?.(row))}>`;
    if (nameOf) {
      const label = attribute("aria-label", selectRow(nameOf(row)));
      html += `<td data-select=""><label><input type="checkbox" data-select-row="" class="check"${label}></label></td>`;
    }
    for (const [index, column] of columns.entries()) {
      const content = plainHtml(column.contentOf(row), wording);
      if (content === null) return null;
      const isLink = index === 0 && href;
      html += `${cells[index]}${isLink ? `<a data-row-link=""${attribute("href", href)}>${content}</a>` : content}</td>`;
    }
    html += "</tr>";
  }
  return html;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? "" : ` ${name}="${escapeHtml(value)}"`;
}
