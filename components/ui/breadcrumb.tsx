"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Icon } from "./icon";

export interface Crumb {
  label: string;
  /** Absent on the page one is on. */
  href?: string;
}

/** The way from the section to this page. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("client.ui");
  return (
    <nav aria-label={t("breadcrumb")}>
      <ol className="flex flex-wrap items-center gap-1 text-muted-foreground text-xs">
        {items.map((item, index) => (
          <Fragment key={`${item.label}-${item.href ?? ""}`}>
            {index > 0 && (
              <li aria-hidden>
                <Icon name="chevron-right" className="block size-3 rtl:rotate-180" />
              </li>
            )}
            <li className="min-w-0">
              {item.href ? (
                <Link href={item.href} className="rounded-sm hover:text-foreground hover:underline">
                  {item.label}
                </Link>
              ) : (
                <span aria-current="page" className="break-words">
                  {item.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
