"use client";

import type { FilterField } from "@/components/data-table/filter-fields";
import { FilterForm } from "@/components/data-table/filter-form";
import { Specimen } from "../../specimen";

const FIELD: FilterField = { kind: "option", name: "account", label: "Account", options: [], load: () => never };
const never = new Promise<never>(() => {});
const none = new URLSearchParams();

/** Forms of filters that have to be loaded first. */
export function FilterFormSpecimens() {
  const form = (state: "loading" | "failed") => (
    <FilterForm field={FIELD} current={none} loading={{ state, load: () => never }} onApply={() => {}} />
  );
  return (
    <>
      <Specimen of="FilterForm" state="on its way">
        {form("loading")}
      </Specimen>
      <Specimen of="FilterForm" state="not loaded">
        {form("failed")}
      </Specimen>
    </>
  );
}
