import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["of", "query", "state", "rowCount", "size", "by", "askedFor", "expires", "file"] as const;

export default function Loading() {
  const t = useTranslations("client.exports");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
