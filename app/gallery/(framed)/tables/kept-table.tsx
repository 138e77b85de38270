"use client";

import type { ComponentProps } from "react";
import { TablePreferences } from "@/components/data-table/table-preferences";
import type { ListPreference } from "@/lib/list-preferences/schema";
import { SamplesTable } from "../list/samples-table";

const KEPT: ListPreference[] = [
  {
    list: "samples",
    columns: ["reference", "customerEmail", "accountName", "status", "billingAmountMinor", "createdAt", "id"],
    widths: { customerEmail: 480, accountName: 420, status: 320, createdAt: 360 },
    density: "compact",
  },
];

/** A table as a person has set it up, wider than most windows. */
export function KeptTable(props: ComponentProps<typeof SamplesTable>) {
  return (
    <TablePreferences items={KEPT} save={async (input) => ({ ok: true, data: input })}>
      <SamplesTable {...props} list="samples" />
    </TablePreferences>
  );
}
