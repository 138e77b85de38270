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
  return <ListSkeleton title={t("jobs.list")} columns={COLUMNS.map((column) => t(column))} />;
}
