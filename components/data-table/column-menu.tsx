"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ColumnChoice } from "./column-choice";
import type { TableLinks } from "./table-links";

export interface ColumnInfo {
  id: string;
  label: string;
}

/** One order, by the name that the list's definition gives it. */
export interface ColumnSort {
  name: string;
  label: string;
}

export interface ColumnMenuProps {
  /** Those that may be left out and moved, in the order in which the list has them. */
  columns: readonly ColumnInfo[];
  choice: ColumnChoice;
  /** The orders that the list can have, and where each of them leads. */
  sorts: readonly ColumnSort[];
  links: TableLinks["sorts"];
}

// Loaded when it is first opened: every list has the button, and few people press it on a page.
const ColumnSettings = dynamic(() => import("./column-settings").then((module) => module.ColumnSettings), {
  ssr: false,
  loading: () => <div className="h-72" aria-busy="true" />,
});

/** How a table is set up: which columns, in which order, how wide and how dense, and what it is sorted by. */
export function ColumnMenu(props: ColumnMenuProps) {
  const t = useTranslations("client.table.columns");
  return (
    <Popover>
      <PopoverTrigger render={<Button size="sm" aria-label={t("title")} />}>
        <Icon name="columns-3" />
        <span className="max-sm:hidden">{t("title")}</span>
      </PopoverTrigger>
      <PopoverContent title={t("title")} align="end">
        <ColumnSettings {...props} />
      </PopoverContent>
    </Popover>
  );
}
