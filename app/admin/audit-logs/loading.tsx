import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Change", "Record", "Tenant", "Who", "When"];

export default function Loading() {
  return <ListSkeleton title="Audit log" columns={COLUMNS} />;
}
