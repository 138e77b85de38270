import type { Metadata } from "next";
import { FilterBar } from "@/components/data-table/filter-bar";
import type { FilterField } from "@/components/data-table/filter-fields";
import { TabLinks } from "@/components/data-table/tab-links";
import { tableLinks } from "@/components/data-table/table-links";
import { ListPage } from "@/components/shell/list-page";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { statusLabel } from "@/components/ui/status-badge";
import { COLUMNS_PARAMETER } from "@/lib/columns-parameter";
import { links, parseListParams, stateOf } from "@/lib/list-query";
import { ACCOUNT_OPTIONS, STATUSES, TIME_ZONE } from "../sample";
import { findSamples, sampleList } from "./sample-rows";
import { SamplesTable } from "./samples-table";

export const metadata: Metadata = { title: "List" };

const STATUS_OPTIONS = STATUSES.map((value) => ({ value, label: statusLabel(value) }));
const TABS = [
  { value: null, label: "All" },
  ...STATUS_OPTIONS.filter(({ value }) => ["PROCESSED", "FAILED", "REFUNDED"].includes(value)),
];
const FIELDS: FilterField[] = [
  { kind: "enum", name: "status", label: "Status", options: STATUS_OPTIONS },
  { kind: "option", name: "account", label: "Account", options: ACCOUNT_OPTIONS },
  { kind: "amountRange", name: "amount", label: "Amount", currency: "EUR" },
  { kind: "dateRange", name: "created", label: "Created", timeZone: TIME_ZONE },
  { kind: "text", name: "customer_email", label: "Customer e-mail", match: "prefix" },
  { kind: "keyValue", name: "metadata", label: "Metadata" },
];

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
