import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["List", "Tree", "Deleted"];
const COLUMNS = ["Name", "Display name", "Account above", "Currency", "Payout", "Country", "Created"];

export default function Loading() {
  return <ListSkeleton title="Accounts" tabs={TABS} columns={COLUMNS} />;
}
