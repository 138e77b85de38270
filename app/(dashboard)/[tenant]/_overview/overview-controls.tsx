"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { FilterBar } from "@/components/data-table/filter-bar";
import { changedUrl, type FilterField } from "@/components/data-table/filter-fields";
import { LinkPending, NavLink } from "@/components/data-table/nav-link";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { cn } from "@/lib/cn";
import type { FieldIssue } from "@/lib/errors";
import { type AccountChoice, accountOptions } from "../options";
import type { Comparison } from "./periods";
import { DEFAULT_RANGE, RANGES } from "./range-choices";

const COMPARISONS: readonly Comparison[] = ["previous", "year", "none"];

export interface OverviewControlsProps {
  comparison: Comparison;
  accounts: readonly AccountChoice[];
  issues: readonly FieldIssue[];
  timeZone: string;
}

/** The usual ranges as links, filters for any other range and a branch, and what to compare with. */
export function OverviewControls({ comparison, accounts, issues, timeZone }: OverviewControlsProps) {
  const t = useTranslations("client.overview");
  const pathname = usePathname();
  const parameters = new URLSearchParams(useSearchParams());
  const hasDates = parameters.has("created_from") || parameters.has("created_to");
  const range = parameters.get("created") ?? (hasDates ? null : DEFAULT_RANGE);
  const fields = useMemo<FilterField[]>(
    () => [
      { kind: "dateRange", name: "created", label: t("dates"), timeZone },
      { kind: "option", name: "account", label: t("branch"), options: accountOptions(accounts) },
    ],
    [t, accounts, timeZone],
  );
  return (
    <div className="mb-4 flex flex-col gap-3">
      <nav aria-label={t("range")} className={tabListClassName}>
        {RANGES.map((value) => (
          <NavLink
            key={value}
            href={changedUrl(pathname, parameters, {
              created: value === DEFAULT_RANGE ? null : value,
              created_from: null,
              created_to: null,
            })}
            aria-current={value === range ? "true" : undefined}
            className={tabClassName}
          >
            {t(`ranges.${value}`)}
            <LinkPending />
          </NavLink>
        ))}
      </nav>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <FilterBar fields={fields} issues={issues} />
        <nav aria-label={t("compare")} className="flex flex-wrap items-center gap-1 text-xs">
          <span className="me-1 text-muted-foreground">{t("compare")}</span>
          {COMPARISONS.map((value) => (
            <NavLink
              key={value}
              href={changedUrl(pathname, parameters, { compare: value === "previous" ? null : value })}
              aria-current={value === comparison ? "true" : undefined}
              className={cn(
                "inline-flex items-center gap-1 rounded-md px-2 py-1 font-medium",
                value === comparison ? "bg-accent-subtle text-accent" : "text-muted-foreground hover:bg-surface-muted",
              )}
            >
              {t(`comparisons.${value}`)}
              <LinkPending />
            </NavLink>
          ))}
        </nav>
      </div>
    </div>
  );
}
