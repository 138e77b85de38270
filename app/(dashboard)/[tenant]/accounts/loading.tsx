import { useTranslations } from "next-intl";
import { ListSkeleton } from "@/components/shell/list-skeleton";

const TABS = ["tabs.list", "tabs.tree", "tabs.deleted"] as const;
const COLUMNS = ["name", "displayName", "parent", "currency", "payout", "country", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.accounts");
  return (
    <ListSkeleton title={t("list")} tabs={TABS.map((tab) => t(tab))} columns={COLUMNS.map((column) => t(column))} />
  );
}
