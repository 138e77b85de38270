import { ListSkeleton } from "@/components/shell/list-skeleton";
import { STATE_TABS } from "./states";

const COLUMNS = ["Name", "State", "Key", "Permissions", "Accounts", "Last used", "Expires", "Created"];

export default function Loading() {
  return <ListSkeleton title="API keys" tabs={STATE_TABS.map(({ label }) => label)} columns={COLUMNS} />;
}
