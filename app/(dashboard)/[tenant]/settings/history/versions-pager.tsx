"use client";

import { Pager } from "@/components/data-table/pager";
import type { TableLinks } from "@/components/data-table/table-links";
import type { Page } from "@/lib/list-query";
import type { TenantConfigVersion } from "@/lib/tenant-configs/schema";

/** The ways to older versions; there are no columns to carry along. */
export function VersionsPager({ page, links }: { page: Page<TenantConfigVersion>; links: TableLinks }) {
  return <Pager page={page} links={links} keep={(href) => href} />;
}
