import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["Current", "Deleted"];
const COLUMNS = ["Title", "Type", "Size", "Account", "Payment", "Uploaded by", "Uploaded"];

export default function Loading() {
  return <ListSkeleton title="Documents" tabs={TABS} columns={COLUMNS} />;
}
