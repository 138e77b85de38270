import { ListSkeleton } from "@/components/shell/list-skeleton";
import { REFUND_STATUS_TABS } from "./labels";

const COLUMNS = ["Payment", "Amount", "Status", "Account", "Reason", "Requested by", "Created"];

export default function Loading() {
  return <ListSkeleton title="Refunds" tabs={REFUND_STATUS_TABS.map(({ label }) => label)} columns={COLUMNS} />;
}
