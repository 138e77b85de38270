import { tableLinks } from "@/components/data-table/table-links";
import { ListPage } from "@/components/shell/list-page";
import { PageHeader } from "@/components/ui/page-header";
import { links, pageOf, parseListParams, stateOf } from "@/lib/list-query";
import { sampleList } from "../sample-rows";
import { SamplesTable } from "../samples-table";

export default function EmptyListPage() {
  const { query } = parseListParams(sampleList, {}, { mode: "lenient" });
  const page = pageOf(query, [], 0, () => ({ values: [], id: "" }));
  const targets = tableLinks(sampleList, links(sampleList, query, "/gallery/list", page), stateOf(sampleList, query));
  return (
    <ListPage>
      <PageHeader title="Payment intents" />
      <SamplesTable page={page} links={targets} toolbar={null} />
    </ListPage>
  );
}
