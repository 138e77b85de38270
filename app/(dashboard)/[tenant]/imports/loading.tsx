import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["file", "becomes", "status", "lines", "by", "uploaded"] as const;

export default function Loading() {
  const t = useTranslations("client.imports");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
