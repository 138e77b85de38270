import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Name", "Status", "Accounts", "Members", "Created"];

export default function Loading() {
  return <ListSkeleton title="Tenants" columns={COLUMNS} />;
}
