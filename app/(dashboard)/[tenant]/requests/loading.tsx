import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["answer", "request", "who", "duration", "when", "requestId", "address"] as const;

export default function Loading() {
  const t = useTranslations("client.requests");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
