"use client";

import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { ColumnChoice } from "./column-choice";
import type { ColumnMenuProps } from "./column-menu";
import { LinkPending, NavLink } from "./nav-link";

const ICON_LINK =
  "flex size-6 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground pointer-coarse:size-8";

/** What the list is sorted by, first to last, and what else can break its ties: for those without mouse and shift key. */
export function ColumnSorts({
  sorts,
  links,
  keep,
}: Pick<ColumnMenuProps, "sorts" | "links"> & Pick<ColumnChoice, "keep">) {
  const t = useTranslations("client.table.sorts");
  const id = useId();
  const known = sorts.flatMap(({ name, label }) => {
    const link = links[name];
    return link ? { name, label, link } : [];
  });
  const inEffect = known
    .filter(({ link }) => link.position !== null)
    .sort((one, other) => Number(one.link.position) - Number(other.link.position));
  // Behind an order by ids there are no ties to break: from there, another order takes its place.
  const more = known.flatMap(({ name, label, link }) => {
    const href = link.addHref ?? (inEffect.length < 2 ? link.href : null);
    return link.position === null && href ? { name, label, href, isAdded: link.addHref !== null } : [];
  });
  if (known.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-t pt-3">
      <h3 id={id} className="font-medium text-xs">
        {t("title")}
      </h3>
      {inEffect.length > 0 && (
        <ol className="flex flex-col">
          {inEffect.map(({ name, label, link }) => (
            <li key={name} className="flex items-center gap-1 ps-1 text-sm">
              <span className="w-4 text-muted-foreground text-xs tabular-nums">{link.position}</span>
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {link.turnHref && (
                <NavLink
                  href={keep(link.turnHref)}
                  aria-label={t(link.direction === "asc" ? "ascending" : "descending", { label })}
                  className={ICON_LINK}
                >
                  <LinkPending icon={<Direction isUp={link.direction === "asc"} />} />
                </NavLink>
              )}
              {link.removeHref && (
                <NavLink href={keep(link.removeHref)} aria-label={t("remove", { label })} className={ICON_LINK}>
                  <LinkPending icon={<X className="size-3.5" aria-hidden />} />
                </NavLink>
              )}
            </li>
          ))}
        </ol>
      )}
      {more.length > 0 && (
        <ul aria-label={t("more")} className="flex flex-wrap gap-1">
          {more.map(({ name, label, href, isAdded }) => (
            <li key={name}>
              <NavLink
                href={keep(href)}
                aria-label={t(isAdded ? "add" : "sort", { label })}
                className="inline-flex h-7 items-center gap-1 rounded-md border border-dashed px-2 text-muted-foreground text-xs hover:text-foreground pointer-coarse:h-8"
              >
                <LinkPending icon={<Plus className="size-3" aria-hidden />} />
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Direction({ isUp }: { isUp: boolean }) {
  const Icon = isUp ? ArrowUp : ArrowDown;
  return <Icon className="size-3.5" aria-hidden />;
}
