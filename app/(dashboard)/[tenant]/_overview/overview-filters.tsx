"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { FilterBar } from "@/components/data-table/filter-bar";
import { changedUrl, type FilterField } from "@/components/data-table/filter-fields";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import type { FieldIssue } from "@/lib/errors";
import { type AccountChoice, accountOptions, CURRENCY_OPTIONS } from "../options";
import type { RangeChoice } from "./range";

export interface OverviewFiltersProps {
  ranges: readonly RangeChoice[];
  /** The range in effect, as it is written in the address. */
  current: { from: string | null; to: string | null };
  accounts: readonly AccountChoice[];
  issues: readonly FieldIssue[];
  timeZone: string;
}

/** The usual ranges as links, and filters for any other range, a branch and currencies. */
export function OverviewFilters({ ranges, current, accounts, issues, timeZone }: OverviewFiltersProps) {
  const pathname = usePathname();
  const parameters = new URLSearchParams(useSearchParams());
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "dateRange", name: "created", label: "Created", timeZone },
      { kind: "option", name: "account", label: "Branch", options: accountOptions(accounts) },
      { kind: "enum", name: "currency", label: "Currency", options: CURRENCY_OPTIONS },
    ],
    [accounts, timeZone],
  );
  return (
    <div className="mb-4 flex flex-col gap-3">
      <nav aria-label="Time range" className={tabListClassName}>
        {ranges.map(({ label, isDefault, created_from, created_to }) => (
          <NavLink
            key={label}
            href={changedUrl(pathname, parameters, isDefault ? NO_RANGE : { created_from, created_to })}
            aria-current={created_from === current.from && created_to === current.to ? "true" : undefined}
            className={tabClassName}
          >
            {label}
            <LinkPending />
          </NavLink>
        ))}
      </nav>
      <FilterBar fields={fields} issues={issues} />
    </div>
  );
}

const NO_RANGE = { created_from: null, created_to: null };
