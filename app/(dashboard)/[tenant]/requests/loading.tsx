import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Answer", "Request", "Who", "Duration", "When", "Request id", "Address"];

export default function Loading() {
  return <ListSkeleton title="API requests" columns={COLUMNS} />;
}
