import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Tenant", "Admin", "Reason", "Began", "Ended"];

export default function Loading() {
  return <ListSkeleton title="Visits" columns={COLUMNS} />;
}
