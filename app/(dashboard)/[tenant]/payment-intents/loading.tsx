import { useTranslations } from "next-intl";
import { useSentence } from "@/components/locale/use-sentence";
import { ListSkeleton } from "@/components/shell/list-skeleton";
import { statusTabs } from "./statuses";

const COLUMNS = ["reference", "amount", "status", "account", "customer", "created"] as const;

export default function Loading() {
  const t = useTranslations("client.payments");
  const tabs = statusTabs(useSentence(), t("all"));
  return (
    <ListSkeleton
      title={t("list")}
      tabs={tabs.map(({ label }) => label)}
      columns={COLUMNS.map((column) => t(column))}
    />
  );
}
