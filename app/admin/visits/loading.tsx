import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["visits.tenant", "visits.admin", "visits.reason", "visits.began", "visits.ended"] as const;

export default function Loading() {
  const t = useTranslations("client.platform");
  return <ListSkeleton title={t("visits.list")} columns={COLUMNS.map((column) => t(column))} />;
}
