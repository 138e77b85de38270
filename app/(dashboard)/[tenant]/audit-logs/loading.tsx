import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Change", "Record", "Fields", "Who", "When", "Address"];

export default function Loading() {
  return <ListSkeleton title="Audit log" columns={COLUMNS} />;
}
