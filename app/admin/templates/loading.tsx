import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const COLUMNS = ["name", "version", "tenants", "changed"] as const;

export default function Loading() {
  const t = useTranslations("client.adminTemplates");
  return <ListSkeleton title={t("list")} columns={COLUMNS.map((column) => t(column))} />;
}
