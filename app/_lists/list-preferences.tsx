import type { ReactNode } from "react";
import { TablePreferences } from "@/components/data-table/table-preferences";
import type { ListPreference } from "@/lib/list-preferences/schema";
import { saveListPreferenceAction } from "./actions";

/** Gives the tables below what the person has set up of them. For layouts: asked once, not with each page. */
export function ListPreferences({ items, children }: { items: ListPreference[]; children: ReactNode }) {
  return (
    <TablePreferences items={items} save={saveListPreferenceAction}>
      {children}
    </TablePreferences>
  );
}
