import { ListSkeleton } from "@/components/shell/list-skeleton";
import { DELIVERY_STATUS_TABS } from "../statuses";

const COLUMNS = ["Event", "Status", "Answer", "Tries", "Endpoint", "Created"];

export default function Loading() {
  return (
    <ListSkeleton title="Webhook deliveries" tabs={DELIVERY_STATUS_TABS.map(({ label }) => label)} columns={COLUMNS} />
  );
}
