import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { refundStatusTabs } from "./labels";

const COLUMNS = ["payment", "amount", "status", "account", "reason", "requestedBy", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.refunds");
  const tabs = refundStatusTabs(useSentence(), t("all"));
  return (
    <ListSkeleton
      title={t("list")}
      tabs={tabs.map(({ label }) => label)}
      columns={COLUMNS.map((column) => t(column))}
    />
  );
}
