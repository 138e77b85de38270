import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["tabs.current", "tabs.deleted"] as const;
const COLUMNS = ["title", "type", "size", "account", "payment", "uploadedBy", "uploaded"] as const;

export default function Loading() {
  const t = useTranslations("client.documents");
  return (
    <ListSkeleton title={t("list")} tabs={TABS.map((tab) => t(tab))} columns={COLUMNS.map((column) => t(column))} />
  );
}
