"use client";

import { useTranslations } from "next-intl";
import { tableShape, WrittenSkeleton } from "@/components/data-table/data-table-skeleton";
import { PageHeader } from "@/components/ui/page-header";
import { tabClassName, tabListClassName } from "@/components/ui/tabs";
import { listPageClassName } from "./list-page";

export interface ListSkeletonProps {
  title: string;
  /** Labels of the tabs over the list, if it has any. */
  tabs?: readonly string[];
  /** Heads of the columns that the list shows at first. */
  columns: readonly string[];
}

/** A list page that is on its way: what is known of it stands where it will be. For `loading.tsx`. */
export function ListSkeleton({ title, tabs, columns }: ListSkeletonProps) {
  const t = useTranslations("client.table");
  const content = (
    <>
      <PageHeader title={title} actions={<span className="h-8" />} />
      {tabs && (
        <div className={tabListClassName} aria-hidden>
          {tabs.map((tab) => (
            <span key={tab} className={tabClassName}>
              {tab}
            </span>
          ))}
        </div>
      )}
      {tableShape(columns, t("loading"))}
    </>
  );
  return <WrittenSkeleton className={listPageClassName} columns={columns.length} content={content} />;
}
