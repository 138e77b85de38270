import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["Active", "Invited", "Deactivated"];
const COLUMNS = ["E-mail", "State", "Roles", "Accounts", "Invited by", "Expires"];

export default function Loading() {
  return <ListSkeleton title="Team" tabs={TABS} columns={COLUMNS} />;
}
