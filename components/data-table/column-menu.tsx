"use client";

import { Columns3 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckboxItem, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { ColumnChoice } from "./column-choice";

export interface ColumnMenuProps {
  columns: readonly { id: string; label: string }[];
  choice: ColumnChoice;
}

/** Ticks which columns a table shows. */
export function ColumnMenu({ columns, choice }: ColumnMenuProps) {
  return (
    <Menu>
      <MenuTrigger render={<Button size="sm" aria-label="Choose columns" />}>
        <Columns3 aria-hidden />
        <span className="max-sm:hidden">Columns</span>
      </MenuTrigger>
      <MenuContent align="end">
        {columns.map((column) => (
          <MenuCheckboxItem
            key={column.id}
            checked={choice.isVisible(column.id)}
            onCheckedChange={() => choice.toggle(column.id)}
          >
            {column.label}
          </MenuCheckboxItem>
        ))}
        {choice.isChosen && (
          <>
            <MenuSeparator />
            <MenuItem onClick={choice.reset}>Standard columns</MenuItem>
          </>
        )}
      </MenuContent>
    </Menu>
  );
}
