"use client";

import { Pager } from "@/components/data-table/pager";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Page } from "@/lib/list-query";
import { Specimen } from "../../specimen";

/** Here rather than with the tables, which have pagers of their own: a page has one place to turn pages. */
export function PagerSpecimen() {
  return (
    <Specimen of="Pager" state="last of more than are counted" wide flush>
      <Pager page={LAST} links={LINKS} keep={(href) => href} />
    </Specimen>
  );
}

const LAST: Page<unknown> = {
  items: [1, 2, 3],
  total: 10_000,
  totalIsCapped: true,
  page: 401,
  pages: 400,
  size: 25,
  nextCursor: null,
  previousCursor: null,
};

const LINKS: TableLinks = {
  sorts: {},
  first: "/gallery/list",
  previous: "/gallery/list?page=400",
  next: null,
  sizes: [25, 50, 100].map((size) => ({ size, href: `/gallery/list?size=${size}` })),
  clear: null,
  filters: [],
};
