import type { Metadata } from "next";
import { FilterBar } from "@/components/data-table/filter-bar";
import { TabLinks } from "@/components/data-table/tab-links";
import { tableLinks } from "@/components/data-table/table-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { COLUMNS_PARAMETER } from "@/lib/columns-parameter";
import { links, parseListParams, stateOf } from "@/lib/list-query";
import { TIME_ZONE } from "../../sample";
import { FIELDS, TABS } from "./sample-filters";
import { findSamples, sampleList } from "./sample-rows";
import { SamplesTable } from "./samples-table";

export const metadata: Metadata = { title: "List" };

interface GalleryListPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function GalleryListPage({ searchParams }: GalleryListPageProps) {
  const { query, issues } = parseListParams(sampleList, await searchParams, {
    mode: "lenient",
    timeZone: TIME_ZONE,
    ignore: [COLUMNS_PARAMETER],
  });
  const page = findSamples(query);
  const targets = tableLinks(sampleList, links(sampleList, query, "/gallery/list", page), stateOf(sampleList, query));
  return (
    <ListPage>
      <PageHeader
        title="Payment intents"
        actions={
          <ButtonLink href="/gallery" variant="primary">
            New
          </ButtonLink>
        }
      />
      <TabLinks name="status" label="Status" tabs={TABS} />
      <SamplesTable
        page={page}
        links={targets}
        toolbar={<FilterBar fields={FIELDS} issues={issues} filters={targets.filters} />}
      />
    </ListPage>
  );
}
