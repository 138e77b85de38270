import type { ReactNode } from "react";
import { TablePreferences } from "@/components/data-table/table-preferences";
import { personActor } from "@/lib/auth/actor";
import { listListPreferences } from "@/lib/list-preferences/queries";
import { saveListPreferenceAction } from "./actions";

/** Gives the tables below what the person has set up of them. For layouts: asked once, not with each page. */
export async function ListPreferences({ children }: { children: ReactNode }) {
  const { items } = await listListPreferences(await personActor());
  return (
    <TablePreferences items={items} save={saveListPreferenceAction}>
      {children}
    </TablePreferences>
  );
}
