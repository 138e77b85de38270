"use client";

import type { RowData } from "@tanstack/react-table";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useSentence } from "@/components/locale/use-sentence";
import { useTimeFormat } from "@/components/ui/time-format";
import type { Locale } from "@/lib/locale";
import { rowsHtml } from "./rows-html";
import type { TableRowsProps } from "./table-rows";

/** The rows of a table as text, or `null` where React must render them: see `rowsHtml`. */
export function useRowsHtml<Row extends RowData>(props: TableRowsProps<Row>): string | null {
  const { rows, columns, rowHref, rowClassName, nameOf, selectRow, isChosen, widths } = props;
  const locale = useLocale() as Locale;
  const sentence = useSentence();
  const timeFormat = useTimeFormat();
  return useMemo(
    () =>
      rowsHtml(
        { rows, columns, rowHref, rowClassName, nameOf, selectRow, isChosen, widths },
        { locale, sentence, timeFormat },
      ),
    [rows, columns, rowHref, rowClassName, nameOf, selectRow, isChosen, widths, locale, sentence, timeFormat],
  );
}
