import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["Name", "E-mail", "Tenants", "Last sign-in", "Joined"];

export default function Loading() {
  return <ListSkeleton title="Users" columns={COLUMNS} />;
}
