import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["change", "record", "tenant", "who", "when"] as const;

export default function Loading() {
  const t = useTranslations("client.adminAudit");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
