import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Name", "Version", "Tenants", "Changed"];

export default function Loading() {
  return <ListSkeleton title="Templates" columns={COLUMNS} />;
}
