import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["To", "Subject", "Status", "When"];

export default function Loading() {
  return <ListSkeleton title="Mail" columns={COLUMNS} />;
}
