import { ListSkeleton } from "@/components/shell/list-skeleton";
import { STATUS_TABS } from "./statuses";

const COLUMNS = ["Reference", "Amount", "Status", "Account", "Customer", "Created"];

export default function Loading() {
  return <ListSkeleton title="Payment intents" tabs={STATUS_TABS.map(({ label }) => label)} columns={COLUMNS} />;
}
