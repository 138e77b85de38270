import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Address", "Status", "Events", "Account", "Last received", "Created"];

export default function Loading() {
  return <ListSkeleton title="Webhooks" columns={COLUMNS} />;
}
