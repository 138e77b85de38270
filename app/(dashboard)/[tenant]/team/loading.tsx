import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["Active", "Invited", "Deactivated"];
const COLUMNS = ["Name", "E-mail", "Roles", "Accounts", "Last sign-in", "Joined"];

export default function Loading() {
  return <ListSkeleton title="Team" tabs={TABS} columns={COLUMNS} />;
}
