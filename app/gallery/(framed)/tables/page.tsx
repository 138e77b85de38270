import type { Metadata } from "next";
import { FilterBar } from "@/components/data-table/filter-bar";
import { ShownParameters } from "@/components/data-table/shown-parameters";
import { TabLinks } from "@/components/data-table/tab-links";
import { tableLinks } from "@/components/data-table/table-links";
import { PageHeader } from "@/components/ui/page-header";
import { links, parseListParams, stateOf } from "@/lib/list-query";
import { LONG_NAME } from "../../sample";
import { Specimen, Specimens } from "../../specimen";
import { FIELDS, TABS } from "../list/sample-filters";
import { findSamples, sampleList } from "../list/sample-rows";
import { FilterFormSpecimens } from "./filter-form-specimens";
import { KeptTable } from "./kept-table";
import { LinkSpecimens } from "./link-specimens";

export const metadata: Metadata = { title: "Tables" };

/** As a saved view does: it stands in for an address without parameters. */
const VIEW = "status=FAILED,CANCELED&customer_email=ann*&created=last-30d&metadata.hotel=city&amount_min=12,5,0";
const ISSUES = [{ loc: ["query", "amount_min"], msg: "Must be an amount such as 12.50", type: "invalid" }];

/** Parts of lists; whole lists in their states are pages of their own, since their state is in the address. */
export default function TablesPage() {
  const { query } = parseListParams(sampleList, { size: "25", page: "3" }, { mode: "lenient" });
  const page = findSamples(query);
  const targets = tableLinks(sampleList, links(sampleList, query, "/gallery/list", page), stateOf(sampleList, query));
  return (
    <ShownParameters query={VIEW}>
      <PageHeader title="Tables" />
      <Specimens>
        <Specimen of="TabLinks" state="with counts" wide>
          <TabLinks name="status" label="Status" tabs={TABS.map((tab, index) => ({ ...tab, count: index * 1_234 }))} />
        </Specimen>
        <Specimen of="TabLinks" state="more than fit">
          <TabLinks
            name="account"
            label="Account"
            tabs={[
              { value: null, label: "All accounts" },
              { value: "long", label: LONG_NAME },
            ]}
          />
        </Specimen>
        <LinkSpecimens />
        <Specimen of="FilterBar" state="chips, one of them wrong" wide>
          <FilterBar fields={FIELDS} issues={ISSUES} />
        </Specimen>
        <FilterFormSpecimens />
        <Specimen of="DataTable" state="compact, wide columns, chosen by the person" wide flush>
          <KeptTable page={page} links={targets} toolbar={null} />
        </Specimen>
      </Specimens>
    </ShownParameters>
  );
}
