import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = [
  "jobs.task",
  "jobs.state",
  "jobs.tenant",
  "jobs.tries",
  "jobs.due",
  "jobs.added",
  "jobs.actions",
] as const;

export default function Loading() {
  const t = useTranslations("client.adminSystem");
  const tPage = useTranslations("server.adminSystem");
  return <ListSkeleton title={tPage("jobs.title")} columns={COLUMNS.map((column) => t(column))} />;
}
